import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { FailedReading } from './FailedReading.tsx'
import styles from './Result.module.css'
import { SentenceList } from './SentenceList.tsx'
import type { TextReader } from './textReader.ts'
import { VerdictView } from './VerdictView.tsx'

/** What there is to say about the text now: an answer, a wait, a problem, or nothing at all. */
export function Result({ reader }: { reader: TextReader }) {
  const reading = useStore(reader.state, (state) => state.reading)
  const text = useStore(reader.state, (state) => state.text)
  const modelState = useStore(reader.modelState)

  if (modelState.status === 'failed') {
    return <FailedReading problem={modelState.problem} onRetry={reader.retryModel} />
  }
  switch (reading.status) {
    case 'empty':
      return null
    case 'failed':
      return <FailedReading problem={reading.problem} onRetry={() => void reader.readText(text)} />
    case 'answered':
      // Another model is on its way, and reads the text again: this answer is not its.
      if (modelState.status !== 'ready') return <NotReady />
      return (
        <Region>
          <VerdictView verdict={reading.verdict} />
          {reading.verdict.windows > 1 && <SentenceList reader={reader} />}
        </Region>
      )
    case 'reading':
      if (modelState.status !== 'ready') return <NotReady />
      if (reading.previous !== null) {
        return (
          <Region>
            <VerdictView verdict={reading.previous} dimmed={reading.slow} />
          </Region>
        )
      }
      return <Region>{reading.slow && <Waiting>Reading the text.</Waiting>}</Region>
  }
}

function NotReady() {
  return (
    <Region>
      <Waiting>The answer appears as soon as the model is ready.</Waiting>
    </Region>
  )
}

function Region({ children }: { children: ReactNode }) {
  return <section aria-label="Result">{children}</section>
}

function Waiting({ children }: { children: ReactNode }) {
  return <p className={styles['waiting']}>{children}</p>
}
