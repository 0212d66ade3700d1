import { useStore } from 'zustand'
import { Button } from '../../ui/Button.tsx'
import { ModelDetails } from './ModelDetails.tsx'
import type { ModelServices } from './modelPanel.ts'
import styles from './ModelStatus.module.css'
import { fetchedWords, statusWords } from './modelWords.ts'
import { OtherModels } from './OtherModels.tsx'

/**
 * One line about the model, which an open dialog does not silence. The bytes beside it change all the time and are not
 * announced.
 */
export function ModelStatus({ services }: { services: ModelServices }) {
  const { model, panel } = services
  const state = useStore(model.state)
  const open = useStore(panel.state, (shown) => shown.open)
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
      <Button variant="quiet" className={styles['details']} aria-label="Model details" onClick={panel.open}>
        <span className={styles['long']}>Model details</span>
        <span className={styles['short']}>Model</span>
      </Button>
      <ModelDetails open={open} model={model} onClose={panel.close}>
        <OtherModels services={services} />
      </ModelDetails>
    </div>
  )
}
