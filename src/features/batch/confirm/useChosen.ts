import { useState } from 'react'

/**
 * A value that something else decides, and the way to choose another: what was chosen is shown at once, and `value` again
 * when `choose` is through, whether it came to be or not. `choose` never rejects. Not React's `useOptimistic`: while its
 * action runs, every other transition of the page waits.
 */
export function useChosen<T>(value: T, choose: (value: T) => Promise<void>): [T, (value: T) => void] {
  const [asked, setAsked] = useState<{ value: T } | null>(null)
  async function show(next: T): Promise<void> {
    const mine = { value: next }
    setAsked(mine)
    await choose(next)
    setAsked((now) => (now === mine ? null : now))
  }
  return [asked === null ? value : asked.value, (next) => void show(next)]
}
