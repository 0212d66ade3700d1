import { useStore } from 'zustand'
import { announcements } from './announcer.ts'

/** The page's one polite live region, empty at load. Exactly one is mounted, outside every panel and dialog. */
export function Announcer() {
  const { text, number } = useStore(announcements)
  return (
    <div role="status" aria-atomic="true" className="visually-hidden">
      <span key={number}>{text}</span>
    </div>
  )
}
