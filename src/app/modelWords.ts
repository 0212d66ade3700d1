import { problemWords } from '../domain/errors.ts'
import type { ModelState } from '../inference/modelState.ts'
import { formatBytes } from '../lib/format.ts'

/** The status line. The same words as long as the state is the same: it is announced to screen readers. */
export function statusWords(state: ModelState): string {
  switch (state.status) {
    case 'idle':
      return 'Model not loaded'
    case 'fetching':
      return 'Fetching the model'
    case 'starting':
      return 'Starting the model'
    case 'checking':
      return 'Checking the model on this device'
    case 'ready':
      return 'Ready. Matches the reference on this device'
    case 'failed':
      return problemWords(state.problem.code).happened
  }
}

/** How far the download is: `4.2 of 10.9 MB`. */
export function fetchedWords({ loaded, total }: { loaded: number; total: number }): string {
  return `${formatBytes(loaded).replace(/ MB$/, '')} of ${formatBytes(total)}`
}
