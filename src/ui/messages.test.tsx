import { act, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeEach, expect, it, vi } from 'vitest'
import { announce, announcements } from './announcer.ts'
import { Announcer } from './Announcer.tsx'
import { ProblemAlert } from './ProblemAlert.tsx'
import { ProgressBar } from './ProgressBar.tsx'

beforeEach(() => {
  announcements.setState(announcements.getInitialState(), true)
})

it('announces politely, from an empty region, the same words as often as they are said', () => {
  render(<Announcer />)
  const region = screen.getByRole('status')
  expect(region.textContent).toBe('')
  act(() => announce('Classification finished.'))
  const first = region.firstChild
  act(() => announce('Classification finished.'))
  expect(region.textContent).toBe('Classification finished.')
  expect(region.firstChild).not.toBe(first)
})

it('tells a problem and what to do about it', async () => {
  const onRetry = vi.fn()
  render(<ProblemAlert happened="It broke." kept="All is kept." next="Try." detail="404" onRetry={onRetry} />)
  expect(screen.getByRole('alert').textContent).toBe('It broke.All is kept.Try.404Try again')
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(onRetry).toHaveBeenCalledOnce()
})

it('offers no second try where it cannot help', () => {
  render(<ProblemAlert happened="It broke." kept="All is kept." next="Choose another." />)
  expect(screen.queryByRole('button')).toBeNull()
})

it.each([
  [7600, 20_000, '38%'],
  [0, 0, '0%'],
  [21_000, 20_000, '100%'],
])('draws progress %i of %i as %s', (value, max, width) => {
  render(
    <ProgressBar label="Classification progress" value={value} max={max} valueText={`${value} of ${max}`} />,
  )
  const bar = screen.getByRole('progressbar', { name: 'Classification progress' })
  expect(bar.getAttribute('aria-valuetext')).toBe(`${value} of ${max}`)
  expect(bar.firstElementChild?.getAttribute('style')).toBe(`width: ${width};`)
})
