import { useState, type ClipboardEvent } from 'react'
import { pastedText } from '../../../table/pasted.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import styles from './PasteDialog.module.css'

interface Props {
  open: boolean
  onClose: () => void
  onFiles: (files: File[]) => void
}

/** Rows copied from a spreadsheet or a web page arrive as text with tabs: exactly a TSV file. */
export function PasteDialog({ open, onClose, onFiles }: Props) {
  const [text, setText] = useState('')

  function use(): void {
    onFiles([new File([text], 'Pasted rows', { type: 'text/plain' })])
    setText('')
    onClose()
  }

  /** A table of a web page becomes one with tabs; everything else is pasted as always. */
  function paste(event: ClipboardEvent): void {
    const [html, plain] = ['text/html', 'text/plain'].map((type) => event.clipboardData.getData(type))
    const table = pastedText({ html: html ?? '', plain: plain ?? '' })
    if (table === plain) return
    event.preventDefault()
    setText(table)
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
        onPaste={paste}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </Dialog>
  )
}
