import { useState } from 'react'
import { formatCount, plural } from '../../lib/format.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import type { Downloaded } from './download.ts'

interface Props {
  open: boolean
  rows: number
  matching: number
  onClose: () => void
  onDownload: (which: 'all' | 'filtered') => Promise<Downloaded | null>
}

type State = { status: 'asking' } | { status: 'writing' } | { status: 'done'; downloaded: Downloaded }

/** Asks which rows, then says what the file holds. */
export function DownloadDialog({ open, rows, matching, onClose, onDownload }: Props) {
  const [state, setState] = useState<State>({ status: 'asking' })

  function close(): void {
    setState({ status: 'asking' })
    onClose()
  }

  async function download(which: 'all' | 'filtered'): Promise<void> {
    setState({ status: 'writing' })
    const downloaded = await onDownload(which)
    if (downloaded === null) close()
    // Closed meanwhile, it asks anew the next time.
    else setState((now) => (now.status === 'writing' ? { status: 'done', downloaded } : now))
  }

  const actions =
    state.status === 'done' ? (
      <Button variant="primary" onClick={close}>
        Done
      </Button>
    ) : (
      <>
        <Button
          variant="primary"
          unavailable={state.status === 'writing' ? 'Writing the file' : undefined}
          onClick={() => void download('all')}
        >
          {`All ${plural(rows, 'row')}`}
        </Button>
        {matching < rows && (
          <Button
            unavailable={state.status === 'writing' ? 'Writing the file' : undefined}
            onClick={() => void download('filtered')}
          >
            {`Only the ${formatCount(matching)} shown`}
          </Button>
        )}
      </>
    )
  return (
    <Dialog open={open} onClose={close} title="Download CSV" actions={actions}>
      {state.status === 'done' ? (
        <p>{doneWords(state.downloaded)}</p>
      ) : (
        <p>
          Every column of your file, plus sentiment, confidence, the three probabilities and flags. Rows
          without an answer keep their place. UTF-8, opens in any spreadsheet.
        </p>
      )}
    </Dialog>
  )
}

function doneWords({ rows, guarded }: Downloaded): string {
  const saved = `${plural(rows, 'row')} saved.`
  if (guarded === 0) return saved
  return `${saved} ${plural(guarded, 'cell')} that a spreadsheet would run as a formula ${guarded === 1 ? 'was' : 'were'} neutralised with a leading apostrophe; the flag formula_guarded marks the rows.`
}
