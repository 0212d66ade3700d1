import { useState } from 'react'
import { OFFERED_FORMATS } from '../../../domain/fileFormats.ts'
import { ACCEPTED_FILES } from '../../../table/acceptedFiles.ts'
import { Button } from '../../../ui/Button.tsx'
import { FileButton } from '../../../ui/FileButton.tsx'
import styles from './EmptyBatch.module.css'
import { PasteDialog } from './PasteDialog.tsx'

interface Props {
  onFiles: (files: File[]) => void
  onSample: () => void
}

/** Before any file: the three ways to get rows in. Dropping works anywhere on the page. */
export function EmptyBatch({ onFiles, onSample }: Props) {
  const [pasting, setPasting] = useState(false)
  return (
    <section className={styles['empty']} aria-labelledby="empty-batch">
      <h1 id="empty-batch" className={styles['heading']}>
        How do these reviews sound?
      </h1>
      <p className={styles['lead']}>
        Drop a file of reviews anywhere on this page. It is read on this device and goes nowhere else.
      </p>
      <div className={styles['ways']}>
        <FileButton variant="primary" inputLabel="Reviews file" accept={ACCEPTED_FILES} onFiles={onFiles}>
          Choose a file
        </FileButton>
        <Button variant="secondary" onClick={() => setPasting(true)}>
          Paste rows
        </Button>
        <Button variant="secondary" onClick={onSample}>
          Try the sample: 300 invented reviews
        </Button>
      </div>
      <p className={styles['hint']}>
        {OFFERED_FORMATS}, also in ZIP or GZ; several files at once when their columns are equal. Before
        anything runs you see how they are read, and can change it.
      </p>
      <PasteDialog open={pasting} onClose={() => setPasting(false)} onFiles={onFiles} />
    </section>
  )
}
