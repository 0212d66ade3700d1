import type { ReactNode } from 'react'
import { problemWords } from '../domain/errors.ts'
import type { ModelDetails as Details, ModelState, ReadyState } from '../inference/modelState.ts'
import { formatBytes, formatDuration, plural } from '../lib/format.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Note } from '../ui/Note.tsx'
import { ProblemAlert } from '../ui/ProblemAlert.tsx'
import styles from './ModelDetails.module.css'
import { fetchedWords, statusWords } from './modelWords.ts'

interface Props {
  open: boolean
  state: ModelState
  onClose: () => void
  onLoad: () => void
  /** At its end. */
  children: ReactNode
}

/** What runs here, how it was proved on this device, and what it was trained on. */
export function ModelDetails({ open, state, onClose, onLoad, children }: Props) {
  return (
    <Dialog open={open} onClose={onClose} title="Model details">
      <div className={styles['details']}>
        <State state={state} onLoad={onLoad} />
        <p>
          A small transformer trained from scratch for reviews in English. Its code is Apache-2.0. Its weights
          were trained partly on data licensed for research or non-commercial use only, so check before you
          use its answers commercially.
        </p>
        {children}
      </div>
    </Dialog>
  )
}

function State({ state, onLoad }: { state: ModelState; onLoad: () => void }) {
  if (state.status === 'failed') {
    const { code, message } = state.problem
    const words = problemWords(code)
    return <ProblemAlert {...words} detail={message} onRetry={words.canRetry ? onLoad : undefined} />
  }
  if (state.status !== 'ready') {
    return (
      <p>
        {statusWords(state)}
        {state.status === 'fetching' && state.total > 0 && `: ${fetchedWords(state)}`}
      </p>
    )
  }
  return (
    <>
      <dl className={styles['facts']}>
        {facts(state).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {state.details.notStored !== null && <NotStored reason={state.details.notStored} />}
    </>
  )
}

function NotStored({ reason }: { reason: string }) {
  const { happened, kept, next } = problemWords('storage-refused')
  return (
    <Note>
      {happened} {kept} {next} <span className={styles['reason']}>{reason}</span>
    </Note>
  )
}

const SOURCES: Readonly<Record<Details['source'], string>> = {
  network: 'this site',
  'browser storage': 'this browser’s storage',
  'this device': 'a folder on this device',
}

function facts({ details, workers, candidates }: ReadyState): [string, string][] {
  const { name, bytes, source, notStored, loadMs } = details
  const { proof } = candidates.wasm
  const stored =
    notStored === null ? 'Kept in this browser for the next visit' : 'Not kept for the next visit'
  return [
    ['Model', name],
    ['Runs on', `WebAssembly, ${plural(workers, 'worker')}`],
    [
      'Agreement',
      proof === null
        ? 'Not checked: this model brings no reference answers'
        : `${proof.labelsEqual} of ${proof.texts} reference labels; probabilities differ by at most ${proof.maxDifference.toFixed(4)} (${proof.tolerance} allowed)`,
    ],
    ['Size', `${formatBytes(bytes)}, from ${SOURCES[source]}`],
    ['Storage', stored],
    ['Ready after', formatDuration(loadMs)],
  ]
}
