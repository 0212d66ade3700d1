import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { noticeWords } from '../../words/engineWords.ts'
import { problemWords } from '../../words/problemWords.ts'
import type { Model } from '../../inference/facade/model.ts'
import type { ModelState } from '../../inference/facade/modelState.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Note } from '../../ui/Note.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { AboutModel } from './AboutModel.tsx'
import { Candidates } from './Candidates.tsx'
import { EngineChoice } from './EngineChoice.tsx'
import styles from './ModelDetails.module.css'
import { ModelFacts } from './ModelFacts.tsx'
import { fetchedWords, statusWords } from './modelWords.ts'

interface Props {
  open: boolean
  model: Model
  onClose: () => void
  /** At its end. */
  children: ReactNode
}

/** What runs here, how it was proved on this device, what a person can choose, and what it was trained on. */
export function ModelDetails({ open, model, onClose, children }: Props) {
  const state = useStore(model.state)
  return (
    <Dialog open={open} onClose={onClose} title="Model details">
      <div className={styles['details']}>
        <State state={state} model={model} />
        <AboutModel state={state} />
        {children}
      </div>
    </Dialog>
  )
}

function State({ state, model }: { state: ModelState; model: Model }) {
  const settings = useStore(model.settings)
  if (state.status === 'failed') {
    const { code, message } = state.problem
    const words = problemWords(code)
    // What goes wrong again is shown by the state.
    const retry = (): void => void model.load().catch(() => undefined)
    return <ProblemAlert {...words} detail={message} onRetry={words.canRetry ? retry : undefined} />
  }
  if (state.status === 'fetching' && state.total > 0) {
    return (
      <div className={styles['download']}>
        <p>{`${statusWords(state)}: ${fetchedWords(state)}`}</p>
        <ProgressBar
          label="Model download"
          value={state.loaded}
          max={state.total}
          valueText={fetchedWords(state)}
        />
      </div>
    )
  }
  if (state.status !== 'ready') return <p>{statusWords(state)}</p>
  return (
    <>
      {state.notice !== null && <Note>{noticeWords(state.notice.code)}</Note>}
      <ModelFacts details={state.details} />
      <Candidates
        state={state}
        onAllow={() => model.allowDownload()}
        onTryAgain={() => model.tryGpuAgain()}
      />
      <EngineChoice
        settings={settings}
        webgpu={state.candidates.webgpu}
        mostWorkers={model.mostWorkers}
        onChange={(change) => model.set(change)}
      />
    </>
  )
}
