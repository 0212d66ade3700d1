import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import styles from './PasteDialog.module.css'

interface Props {
  open: boolean
  onClose: () => void
  onFiles: (files: File[]) => void
}

/** Rows copied from a spreadsheet arrive as text with tabs: exactly a TSV file. */
export function PasteDialog({ open, onClose, onFiles }: Props) {
  const [text, setText] = useState('')

  function use(): void {
    onFiles([new File([text], 'Pasted rows', { type: 'text/plain' })])
    setText('')
    onClose()
  }

  const actions = (
    <>
      <Button
        variant="primary"
        unavailable={text.trim() === '' ? 'Nothing pasted yet' : undefined}
        onClick={use}
      >
        Use these rows
      </Button>
      <Button onClick={onClose}>Cancel</Button>
    </>
  )
  return (
    <Dialog open={open} onClose={onClose} title="Paste rows" actions={actions}>
      <label className={styles['label']} htmlFor="pasted-rows">
        Rows copied from a spreadsheet or a CSV file, column names in the first line
      </label>
      <textarea
        id="pasted-rows"
        className={styles['box']}
        rows={10}
        value={text}
        spellCheck={false}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </Dialog>
  )
}
