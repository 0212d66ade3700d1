import { latestOnly } from '../../lib/latestOnly.ts'
import type { Report } from '../state/report.ts'

type Ask<Answer> = (options: { signal: AbortSignal }) => Promise<Answer>

/** One kind of question to the data worker. A newer one overtakes the one before, whose answer is dropped. */
export interface Question<Answer> {
  /** Shows the answer, or the problem. Never rejects. */
  ask: (ask: Ask<Answer>) => Promise<void>
  /** Drops the answer that is on its way. */
  drop: () => void
}

export function createQuestion<Answer>(report: Report, show: (answer: Answer) => void): Question<Answer> {
  const latest = latestOnly()
  return {
    async ask(ask) {
      try {
        show(await ask({ signal: latest() }))
      } catch (error) {
        report(error)
      }
    },
    drop: () => void latest(),
  }
}
