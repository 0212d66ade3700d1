/** Everything that can go wrong and that a person should hear about, by name. Code switches on these, never on text. */
export const ERROR_CODES = [
  'aborted',
  'file-unreadable',
  'not-a-table',
  'no-rows',
  'no-text-column',
  'headers-differ',
  'too-large',
  'reader-missing',
  'view-missing',
  'model-missing',
  'other-model',
  'model-corrupt',
  'model-disagrees',
  'model-unsupported',
  'labels-unknown',
  'config-wrong',
  'gpu-missing',
  'gpu-lost',
  'worker-crashed',
  'table-lost',
  'out-of-memory',
  'storage-refused',
  'disk-full',
  'not-writable',
  'internal',
] as const

export type ErrorCode = (typeof ERROR_CODES)[number]

/** How an error crosses a worker's wall: a cloned custom error would lose its code. `message` is for engineers. */
export interface Problem {
  code: ErrorCode
  message: string
}

export class UndertoneError extends Error {
  readonly code: ErrorCode

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'UndertoneError'
    this.code = code
  }
}

/** Any thrown value as a problem. Aborts and memory exhaustion are recognised whoever threw them. */
export function toProblem(thrown: unknown): Problem {
  if (thrown instanceof UndertoneError) return { code: thrown.code, message: thrown.message }
  const name = thrown instanceof Error || thrown instanceof DOMException ? thrown.name : ''
  const message = thrown instanceof Error ? thrown.message : String(thrown)
  if (name === 'AbortError') return { code: 'aborted', message }
  if (isOutOfMemory(message)) return { code: 'out-of-memory', message }
  if (name === 'NotReadableError' || name === 'NotFoundError') return { code: 'file-unreadable', message }
  if (name === 'QuotaExceededError' || name === 'SecurityError') return { code: 'storage-refused', message }
  return { code: 'internal', message }
}

/** The other way: what a worker's `toProblem` wrote, as an error again. An unknown code is `internal`. */
export function fromFailure({ code, message }: { code: string; message: string }): UndertoneError {
  return new UndertoneError(ERROR_CODES.find((known) => known === code) ?? 'internal', message)
}

export function isAbort(thrown: unknown): boolean {
  return toProblem(thrown).code === 'aborted'
}

/** Wordings of V8, SpiderMonkey, JavaScriptCore and onnxruntime. */
function isOutOfMemory(message: string): boolean {
  return /out of memory|bad_alloc|memory allocation|allocation failed|Invalid typed array length|could not allocate/i.test(
    message,
  )
}
