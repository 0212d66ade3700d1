import { createStore } from 'zustand/vanilla'

export interface Announcement {
  text: string
  /** Grows with each, so that the same words can be said twice. */
  number: number
}

/** What the page's one live region holds. */
export const announcements = createStore<Announcement>(() => ({ text: '', number: 0 }))

/** Says a sentence to screen readers once, politely, after what they are reading now. */
export function announce(text: string): void {
  announcements.setState(({ number }) => ({ text, number: number + 1 }))
}
