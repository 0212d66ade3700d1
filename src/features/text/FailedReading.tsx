import type { Problem } from '../../domain/errors.ts'
import { problemWords } from '../../words/problemWords.ts'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'

export interface FailedReadingProps {
  problem: Problem
  onRetry: () => void
}

/** Why there is no answer. */
export function FailedReading({ problem, onRetry }: FailedReadingProps) {
  const { happened, kept, next, canRetry } = problemWords(problem.code)
  return (
    <ProblemAlert
      happened={happened}
      kept={kept}
      next={next}
      detail={problem.message}
      onRetry={canRetry ? onRetry : undefined}
    />
  )
}
