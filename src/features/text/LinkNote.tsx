import { useStore } from 'zustand'
import { Note } from '../../ui/Note.tsx'
import { fragmentLink } from './textLink.ts'
import type { TextReader } from './textReader.ts'

/** Says so when the way the page was opened has told its host the text. */
export function LinkNote({ reader }: { reader: TextReader }) {
  const link = useStore(reader.state, (state) => state.link)
  if (link?.kind !== 'query') return null
  const href = fragmentLink(link.text, window.location.href)
  return (
    <Note>
      <p>
        This page was opened by an old-style link, which sent the text to the page’s host. The same as a link
        that sends nothing:
      </p>
      <p>
        <a href={href}>{href}</a>
      </p>
    </Note>
  )
}
