import { problemWords } from '../../words/problemWords.ts'
import type { ModelState, ReadyState } from '../../inference/facade/modelState.ts'
import { formatBytes } from '../../lib/format.ts'

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
      return readyWords(state)
    case 'failed':
      return problemWords(state.problem.code).happened
  }
}

function readyWords({ candidates: { wasm, webgpu } }: ReadyState): string {
  const { standing } = webgpu
  if (standing.status === 'in-use') {
    return wasm.proof === null
      ? 'Ready on the graphics card. Agrees with WebAssembly on this device'
      : 'Ready on the graphics card. Matches the reference on this device'
  }
  if (wasm.proof === null) return 'Ready. Not checked: this model brings no reference answers'
  if (standing.status === 'checking') return 'Ready. Checking the graphics card'
  if (standing.status === 'refused' && standing.why === 'disagrees') {
    return 'Ready on WebAssembly. The graphics card gave other answers and is not used'
  }
  if (standing.status === 'refused' && standing.why === 'lost') {
    return 'Ready on WebAssembly. The graphics card stopped answering'
  }
  return 'Ready. Matches the reference on this device'
}

/** How far a download is: `4.2 of 10.9 MB`. */
export function fetchedWords({ loaded, total }: { loaded: number; total: number }): string {
  const [, unit = ''] = formatBytes(total).split(' ')
  return `${formatBytes(loaded).replace(` ${unit}`, '')} of ${formatBytes(total)}`
}
