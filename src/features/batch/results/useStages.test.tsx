import { render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { useStages } from './useStages.ts'

it('draws one part after the other, and then no more', async () => {
  const drawn: number[] = []
  function Parts() {
    const stage = useStages(3)
    drawn.push(stage)
    return <p>{stage}</p>
  }
  render(<Parts />)
  screen.getByText('1')
  await screen.findByText('3')
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(drawn).toEqual([1, 2, 3])
})

it('stops when it is taken off the page', async () => {
  const drawn: number[] = []
  function Parts() {
    const stage = useStages(3)
    drawn.push(stage)
    return null
  }
  const { unmount } = render(<Parts />)
  unmount()
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(drawn).toEqual([1])
})
