import { ERROR_CODES, UndertoneError } from '../domain/errors.ts'
import type { Failure } from '../lib/messages.ts'

/** What the data worker's `toProblem` wrote, as an error again. */
export function fromFailure({ code, message }: Failure): UndertoneError {
  return new UndertoneError(ERROR_CODES.find((known) => known === code) ?? 'internal', message)
}
