import { useEffect, useRef, useState, type RefObject } from 'react'
import { csvLike, type ExportFormat } from '../../../domain/exportFormat.ts'
import { formatCount, plural } from '../../../lib/format.ts'
import { announce } from '../../../ui/announcer.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { canPickSaveFile } from '../../../ui/pickSaveFile.ts'
import { ProgressBar } from '../../../ui/ProgressBar.tsx'
import type { ExportOptions } from '../../../workbench/ask/exports.ts'
import type { download, DownloadChoices, Downloaded } from './download.ts'
import styles from './DownloadDialog.module.css'
import { DownloadFields } from './DownloadFields.tsx'
import { correctedWords, formatWords, savedWords } from './downloadWords.ts'

export interface DownloadDialogProps {
  open: boolean
  rows: number
  matching: number
  /** Rows with a person's label. */
  corrected: number
  fileDelimiter: string | null
  /** Of all files that are open. */
  bytes: number
  onClose: () => void
  onDownload: (choices: DownloadChoices, options: ExportOptions) => ReturnType<typeof download>
}

type State =
  | { status: 'asking'; note?: string }
  | { status: 'writing'; rows: number; of: number; shown: boolean; cancel: () => void }
  | { status: 'done'; downloaded: Downloaded }

/** From here on a file is written to the disk as it goes, where the browser can: it need not hold all of it. */
const LARGE_BYTES = 50_000_000

/** Asks which rows and how, shows how far a long one is, then says what the file holds. Nothing chosen is remembered. */
export function DownloadDialog({ open, onClose, onDownload, ...facts }: DownloadDialogProps) {
  const { rows, matching, corrected, fileDelimiter, bytes } = facts
  const [state, setState] = useState<State>({ status: 'asking' })
  const [change, setChange] = useState<Partial<ExportFormat>>({})
  const [chosenPlace, setPlace] = useState<DownloadChoices['place'] | null>(null)
  const as = { ...csvLike(fileDelimiter), ...change }
  const place = chosenPlace ?? (bytes > LARGE_BYTES && canPickSaveFile() ? 'chosen' : 'downloads')

  const main = useRef<HTMLButtonElement>(null)
  const focused = state.status === 'done' || (state.status === 'writing' && state.shown)
  // The button that was pressed may be gone: focus goes on to the one that is left.
  useEffect(() => {
    if (focused) main.current?.focus()
  }, [focused, state.status])

  function close(): void {
    onClose()
    // What is being written goes on, and is there when the dialog is opened again.
    if (state.status === 'writing') return
    setState({ status: 'asking' })
    setChange({})
    setPlace(null)
  }

  async function save(which: DownloadChoices['rows']): Promise<void> {
    const controller = new AbortController()
    const of = which === 'all' ? rows : matching
    const cancel = (): void => controller.abort()
    setState({ status: 'writing', rows: 0, of, shown: false, cancel })
    const onProgress = (written: number): void =>
      setState({ status: 'writing', rows: written, of, shown: true, cancel })
    const outcome = await onDownload({ rows: which, as, place }, { signal: controller.signal, onProgress })
    if (outcome === 'changed-mind') {
      setState({ status: 'asking', note: 'Nothing was saved.' })
      announce('Nothing was saved.')
    } else if (outcome === 'failed') {
      setState({ status: 'asking' })
      onClose()
    } else {
      setState({ status: 'done', downloaded: outcome })
      announce(savedWords(outcome)[0] ?? '')
    }
  }

  return (
    <Dialog
      open={open}
      onClose={close}
      title="Download CSV"
      actions={<Actions {...{ state, rows, matching, main }} onSave={save} onClose={close} />}
    >
      {state.status === 'done' ? (
        <div className={styles['parts']}>
          {savedWords(state.downloaded).map((words) => (
            <p key={words}>{words}</p>
          ))}
        </div>
      ) : state.status === 'writing' && state.shown ? (
        <Writing {...state} />
      ) : (
        <div className={styles['parts']}>
          <p>{formatWords(as)}</p>
          {corrected > 0 && <p>{correctedWords(corrected)}</p>}
          <DownloadFields
            as={as}
            place={place}
            fileDelimiter={fileDelimiter}
            onFormat={(next) => setChange((old) => ({ ...old, ...next }))}
            onPlace={setPlace}
          />
          {state.status === 'asking' && state.note !== undefined && <p>{state.note}</p>}
        </div>
      )}
    </Dialog>
  )
}

interface ActionsProps {
  state: State
  rows: number
  matching: number
  main: RefObject<HTMLButtonElement | null>
  onSave: (which: DownloadChoices['rows']) => Promise<void>
  onClose: () => void
}

/** The first button stays the same element, so that focus stays with it whatever it offers. */
function Actions({ state, rows, matching, main, onSave, onClose }: ActionsProps) {
  const brief = state.status === 'writing' && !state.shown
  const unavailable = brief ? 'Writing the file' : undefined
  const offers =
    state.status === 'done'
      ? { words: 'Done', act: onClose }
      : state.status === 'writing' && state.shown
        ? { words: 'Cancel', act: state.cancel }
        : { words: `All ${plural(rows, 'row')}`, act: () => void onSave('all') }
  const asks = state.status === 'asking' || brief
  return (
    <>
      <Button ref={main} variant="primary" unavailable={unavailable} onClick={offers.act}>
        {offers.words}
      </Button>
      {asks && matching < rows && (
        <Button unavailable={unavailable} onClick={() => void onSave('shown')}>
          {`Only the ${formatCount(matching)} shown`}
        </Button>
      )}
    </>
  )
}

function Writing({ rows, of }: { rows: number; of: number }) {
  const words = `${formatCount(rows)} of ${plural(of, 'row')} written`
  return (
    <div className={styles['parts']}>
      <p>{words}</p>
      <ProgressBar label="Download progress" value={rows} max={of} valueText={words} />
    </div>
  )
}
