import type { Classifier } from '../../domain/classifier.ts'
import { agrees, type Proof } from './agreement.ts'
import { createPool, type PoolOptions } from '../pool/pool.ts'
import { compare, insistOn, someOf, type References } from './proof.ts'
import type { LoadReport } from '../protocol.ts'

/** Workers of one kind that proved themselves, and prove themselves again when asked. */
export interface Backend extends Pick<Classifier, 'classify'> {
  /** As the pool's: starts or ends workers, resolves to how many work. */
  resize(workers: number): Promise<number>
  /** As the pool's: only calls for a person are handed out until the returned function is called. */
  hold(): () => void
  /** Runs all references before a batch, `perCall` at a time, or until `enough`; null where there are none. */
  prove(perCall: number, enough?: () => boolean): Promise<Proof | null>
  /** Runs a few references again on every worker. The proof of one that failed, which was replaced, or null. */
  recheck(): Promise<Proof | null>
  report(): LoadReport | null
  close(reason: Error): void
}

export interface BackendOptions extends Omit<PoolOptions, 'prove'> {
  /** Null: the model brings none, and nothing can be proved. */
  references: References | null
  /** A worker has started and is about to be checked; the check passed. */
  onChecking?: () => void
  onChecked?: (proof: Proof) => void
}

/** References a worker reproduces before its answers count. */
const GATE = 6
/** References that a worker in use reproduces again. */
const RECHECKED = 4

export function createBackend({ references, onChecking, onChecked, ...options }: BackendOptions): Backend {
  let rechecks = 0
  const pool = createPool({
    ...options,
    prove: async (read) => {
      onChecking?.()
      if (references === null) return
      const proof = await compare(someOf(references, GATE, 0), read, GATE)
      insistOn(proof)
      onChecked?.(proof)
    },
  })
  return {
    ...pool,
    async prove(perCall, enough) {
      if (references === null) return null
      return compare(references, (texts) => pool.classify(texts, { for: 'person' }), perCall, enough)
    },
    async recheck() {
      if (references === null) return null
      const some = someOf(references, RECHECKED, rechecks++)
      let failed: Proof | null = null
      await pool.recheck(async (read) => {
        const proof = await compare(some, read, RECHECKED)
        if (!agrees(proof)) failed = proof
        return agrees(proof)
      })
      return failed
    },
  }
}
