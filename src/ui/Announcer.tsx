import { useStore } from 'zustand'
import { announcements } from './announcer.ts'

/**
 * The page's one polite live region, empty at load. Exactly one is mounted, outside every panel and dialog; since it
 * says `aria-live`, an open dialog does not hide it.
 */
export function Announcer() {
  const { text, number } = useStore(announcements)
  return (
    <div role="status" aria-live="polite" aria-atomic="true" className="visually-hidden">
      <span key={number}>{text}</span>
    </div>
  )
}
