import { formatCount, plural } from '../../lib/format.ts'
import type { OpenTable } from '../../table/protocol.ts'
import { Note } from '../../ui/Note.tsx'
import styles from './SkippedNote.module.css'

/** More lines than this are counted, not listed. */
const LISTED = 50

/** What could not be read as rows, with its lines: nothing of a file is dropped in silence. */
export function SkippedNote({ skipped }: Pick<OpenTable, 'skipped'>) {
  if (skipped.length === 0) return null
  return (
    <div className={styles['skipped']}>
      <Note>
        <details>
          <summary>{`${plural(skipped.length, 'piece')} of the file could not be read as rows. Everything else was.`}</summary>
          <ul className={styles['list']}>
            {skipped.slice(0, LISTED).map(({ file, line, reason }) => (
              <li key={`${file} ${line}`}>{`${file}, line ${formatCount(line)}: ${reason}`}</li>
            ))}
          </ul>
          {skipped.length > LISTED && <p>{`… and ${plural(skipped.length - LISTED, 'more piece')}.`}</p>}
        </details>
      </Note>
    </div>
  )
}
