import { render, screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { DistributionFigure } from './DistributionFigure.tsx'

const BY_LABEL = {
  negative: { rows: 7478, notSure: 912 },
  neutral: { rows: 2189, notSure: 365 },
  positive: { rows: 8573, notSure: 365 },
}

it('is a named figure whose table holds the numbers of its charts', () => {
  render(<DistributionFigure byLabel={BY_LABEL} aside="so far, in file order" />)
  const figure = screen.getByRole('figure', { name: 'Sentiment distribution' })
  const rows = within(figure).getAllByRole('row')
  expect(rows.map((row) => row.textContent)).toEqual([
    'SentimentRowsShareNot sure',
    '▼ Negative7,47841 %912',
    '● Neutral2,18912 %365',
    '▲ Positive8,57347 %365',
  ])
  within(figure).getByText('so far, in file order')
})
