import { useEffect } from 'react'
import type { Model } from '../../inference/facade/model.ts'
import type { TextFits } from '../../pipeline/textFits.ts'
import { ACCEPTED_FILES } from '../../table/acceptedFiles.ts'
import { Button } from '../../ui/Button.tsx'
import { FileButton } from '../../ui/FileButton.tsx'
import { readText } from './analyse.ts'
import { EXAMPLES } from './examples.ts'
import { LinkNote } from './LinkNote.tsx'
import { openTextLink } from './openTextLink.ts'
import { readAgainWithOthers } from './readAgain.ts'
import { Result } from './Result.tsx'
import { showFit } from './showFit.ts'
import { useTextStore } from './textStore.ts'
import styles from './TextView.module.css'

export interface TextViewProps {
  model: Model
  fits: TextFits
  /** Files chosen here belong to the Batch view. */
  onFiles: (files: readonly File[]) => void
  onHowToCheck: () => void
}

/** One text, its answer right beneath. Can be typed in before the model is ready. */
export function TextView({ model, fits, onFiles, onHowToCheck }: TextViewProps) {
  const text = useTextStore((state) => state.text)

  // The address lies outside React, and a second link may be opened in the same page.
  useEffect(() => {
    const open = (): void => openTextLink(window.location, model)
    open()
    window.addEventListener('hashchange', open)
    return () => window.removeEventListener('hashchange', open)
  }, [model])

  // Which model answers is not React's, either.
  useEffect(() => readAgainWithOthers(model), [model])

  // The store is not React's.
  useEffect(() => showFit(fits, model), [fits, model])

  return (
    <div className={styles['view']}>
      <h1 className={styles['heading']}>How does this review sound?</h1>
      <textarea
        className={styles['box']}
        aria-label="Review text"
        placeholder="Type or paste a review"
        rows={5}
        value={text}
        onChange={(event) => void readText(event.target.value, model)}
      />
      <div className={styles['offers']}>
        <div className={styles['examples']} role="group" aria-label="Examples">
          <span>Try</span>
          {EXAMPLES.map((example) => (
            <Button key={example.name} variant="pill" onClick={() => void readText(example.text, model)}>
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
      <LinkNote />
      <Result model={model} />
      <p className={styles['foot']}>
        Runs on this device.
        <Button variant="quiet" onClick={onHowToCheck}>
          How to check
        </Button>
      </p>
    </div>
  )
}
