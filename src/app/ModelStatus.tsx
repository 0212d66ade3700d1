import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import type { Model } from '../inference/facade/model.ts'
import { Button } from '../ui/Button.tsx'
import { ModelDetails } from './ModelDetails.tsx'
import { closeModelPanel, openModelPanel, useModelPanel } from './modelPanel.ts'
import styles from './ModelStatus.module.css'
import { fetchedWords, statusWords } from './modelWords.ts'

interface Props {
  model: Model
  /** What else Model details shows. */
  children: ReactNode
}

/**
 * One line about the model, which an open dialog does not silence. The bytes beside it change all the time and are not
 * announced.
 */
export function ModelStatus({ model, children }: Props) {
  const state = useStore(model.state)
  const open = useModelPanel((panel) => panel.open)
  return (
    <div className={styles['status']}>
      <span className={styles['dot']} data-status={state.status} aria-hidden="true" />
      <p role="status" aria-live="polite" aria-label="Model status" className={styles['words']}>
        {statusWords(state)}
      </p>
      {state.status === 'fetching' && state.total > 0 && (
        <>
          <span aria-hidden="true" className={styles['bytes']}>
            {fetchedWords(state)}
          </span>
          <div className={styles['bar']} aria-hidden="true">
            <div style={{ width: `${(state.loaded / state.total) * 100}%` }} />
          </div>
        </>
      )}
      <Button
        variant="quiet"
        className={styles['details']}
        aria-label="Model details"
        onClick={openModelPanel}
      >
        <span className={styles['long']}>Model details</span>
        <span className={styles['short']}>Model</span>
      </Button>
      <ModelDetails open={open} model={model} onClose={closeModelPanel}>
        {children}
      </ModelDetails>
    </div>
  )
}
