import { render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { ClassBars } from './ClassBars.tsx'

it('pairs each sentiment with its share, never rounded to all or nothing', () => {
  render(<ClassBars probabilities={{ negative: 0.002, neutral: 0.001, positive: 0.997 }} />)
  const texts = (role: string) => screen.getAllByRole(role).map((each) => each.textContent)
  expect(texts('term')).toEqual(['▼ Negative', '● Neutral', '▲ Positive'])
  expect(texts('definition')).toEqual(['under 1 %', 'under 1 %', 'over 99 %'])
})
