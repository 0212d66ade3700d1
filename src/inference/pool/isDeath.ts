import { toProblem } from '../../domain/errors.ts'

/** A cancelled call or a text the tokenizer refuses leaves the worker sound; anything else may not have. */
export function isDeath(reason: unknown): boolean {
  const { code } = toProblem(reason)
  return code === 'worker-crashed' || code === 'out-of-memory' || code === 'internal' || code === 'gpu-lost'
}
