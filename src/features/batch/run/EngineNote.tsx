import { useStore } from 'zustand'
import { noticeWords, offerWords } from '../../../words/engineWords.ts'
import type { Model } from '../../../inference/facade/model.ts'
import { formatBytes } from '../../../lib/format.ts'
import { Button } from '../../../ui/Button.tsx'
import { Note } from '../../../ui/Note.tsx'
import styles from './EngineNote.module.css'

/** What the engine asks or has to say while a file is open: a download that has to be allowed, a fault survived. */
export function EngineNote({ model }: { model: Model }) {
  const bytes = useStore(model.state, (state) =>
    state.status === 'ready' && state.candidates.webgpu.standing.status === 'asking'
      ? state.candidates.webgpu.standing.bytes
      : null,
  )
  const notice = useStore(model.state, (state) => (state.status === 'ready' ? state.notice : null))
  if (bytes === null && notice === null) return null
  return (
    <div className={styles['notes']}>
      {notice !== null && (
        <Note>
          {noticeWords(notice.code)}{' '}
          <Button variant="quiet" onClick={() => model.dismissNotice()}>
            Dismiss
          </Button>
        </Note>
      )}
      {bytes !== null && (
        <Note>
          {offerWords(formatBytes(bytes))}{' '}
          <Button variant="quiet" onClick={() => model.allowDownload()}>
            {`Fetch up to ${formatBytes(bytes)}`}
          </Button>
        </Note>
      )}
    </div>
  )
}
