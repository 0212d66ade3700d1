import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { fakeModel, logitsOf } from '../../testing/fakeModel.ts'
import { reviewTable } from '../../testing/reviewTable.ts'
import { createTextReader } from './textReader.ts'
import { TextView } from './TextView.tsx'

it('is walked through with Tab in reading order, and used with Enter and Space', async () => {
  const user = userEvent.setup()
  const model = fakeModel()
  const onHowToCheck = vi.fn()
  const reader = createTextReader({ model, fits: reviewTable() })
  render(<TextView reader={reader} onFiles={vi.fn()} onHowToCheck={onHowToCheck} />)
  const name = (): string | null | undefined =>
    document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent

  const order: (string | null | undefined)[] = []
  for (let stop = 0; stop < 6; stop += 1) {
    await user.tab()
    order.push(name())
  }
  expect(order).toEqual([
    'Review text',
    'A bad update',
    'Earnings news',
    'A film',
    'or drop a file of reviews',
    'How to check',
  ])

  await user.keyboard('{Enter}')
  expect(onHowToCheck).toHaveBeenCalledOnce()

  await user.tab({ shift: true })
  await user.tab({ shift: true })
  await user.keyboard(' ')
  await vi.waitFor(() => expect(model.asked).toHaveLength(1))
  model.asked[0]!.answer(logitsOf({ negative: 0.01, neutral: 0.04, positive: 0.95 }))
  await screen.findByText(/^Probably positive, 95 %/)
  // The answer adds no stop and takes no focus.
  expect(name()).toBe('A film')
  await user.tab()
  await user.tab()
  expect(name()).toBe('How to check')
})
