import { useEffect } from 'react'
import { useStore } from 'zustand'
import { ACCEPTED_FILES } from '../../table/acceptedFiles.ts'
import { Button } from '../../ui/Button.tsx'
import { FileButton } from '../../ui/FileButton.tsx'
import { EXAMPLES } from './examples.ts'
import { LinkNote } from './LinkNote.tsx'
import { Result } from './Result.tsx'
import type { TextReader } from './textReader.ts'
import styles from './TextView.module.css'

export interface TextViewProps {
  reader: TextReader
  /** Files chosen here belong to the Batch view. */
  onFiles: (files: readonly File[]) => void
  onHowToCheck: () => void
}

/** One text, its answer right beneath. Can be typed in before the model is ready. */
export function TextView({ reader, onFiles, onHowToCheck }: TextViewProps) {
  const text = useStore(reader.state, (state) => state.text)

  // The address lies outside React, and a second link may be opened in the same page.
  useEffect(() => {
    const open = (): void => reader.openLink(window.location)
    open()
    window.addEventListener('hashchange', open)
    return () => window.removeEventListener('hashchange', open)
  }, [reader])

  return (
    <div className={styles['view']}>
      <h1 className={styles['heading']}>How does this review sound?</h1>
      <textarea
        className={styles['box']}
        aria-label="Review text"
        placeholder="Type or paste a review"
        rows={5}
        value={text}
        onChange={(event) => void reader.readText(event.target.value)}
      />
      <div className={styles['offers']}>
        <div className={styles['examples']} role="group" aria-label="Examples">
          <span>Try</span>
          {EXAMPLES.map((example) => (
            <Button key={example.name} variant="pill" onClick={() => void reader.readText(example.text)}>
              {example.name}
            </Button>
          ))}
        </div>
        <FileButton
          variant="quiet"
          className={styles['file']}
          accept={ACCEPTED_FILES}
          inputLabel="File of reviews"
          onFiles={onFiles}
        >
          or drop a file of reviews
        </FileButton>
      </div>
      <LinkNote reader={reader} />
      <Result reader={reader} />
      <p className={styles['foot']}>
        Runs on this device.
        <Button variant="quiet" onClick={onHowToCheck}>
          How to check
        </Button>
      </p>
    </div>
  )
}
