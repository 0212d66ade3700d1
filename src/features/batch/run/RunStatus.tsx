import { problemWords } from '../../../words/problemWords.ts'
import type { RunProgress, TextProfile } from '../../../table/protocol.ts'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { ProgressBar } from '../../../ui/ProgressBar.tsx'
import { rowsPerSecond } from '../../../workbench/run/speed.ts'
import type { RunStatus as Status } from '../../../workbench/state/runState.ts'
import { doneWords, estimateWords, progressWords, stoppedWords } from '../words/runWords.ts'
import styles from './RunStatus.module.css'

interface Props {
  run: Status
  profile: TextProfile | null
  estimateMs: number | null
  /** Whether the model failed. */
  failed: boolean
  /** Whether Classify would go on after a stop, and not begin anew with another model. */
  goesOn: boolean
  onRetry: () => void
}

/** How far a run is, how long it will take, how it ended. */
export function RunStatus({ run, profile, estimateMs, failed, goesOn, onRetry }: Props) {
  switch (run.status) {
    case 'idle':
      return (
        <p className={styles['words']}>
          {profile === null ? 'Reading the text column …' : estimateWords(profile, estimateMs, failed)}
        </p>
      )
    case 'starting':
      return <Bar progress={null} words="Starting …" />
    case 'running': {
      const { progress, samples } = run
      return <Bar progress={progress} words={progressWords(progress, rowsPerSecond(samples))} />
    }
    case 'stopped':
      return <Bar progress={run.progress} words={stoppedWords(run.progress, goesOn)} />
    case 'done':
      return <p className={styles['words']}>{doneWords(run.ms, run.unreadable)}</p>
    case 'failed': {
      const words = problemWords(run.problem.code)
      return (
        <ProblemAlert
          {...words}
          detail={run.problem.message}
          onRetry={words.canRetry ? onRetry : undefined}
        />
      )
    }
  }
}

function Bar({ progress, words }: { progress: RunProgress | null; words: string }) {
  const { done, total } = progress ?? { done: 0, total: 1 }
  return (
    <div>
      <ProgressBar label="Classification progress" value={done} max={total} valueText={words} />
      <p className={styles['words']}>{words}</p>
    </div>
  )
}
