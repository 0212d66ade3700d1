import type { Problem } from '../domain/errors.ts'

/** One candidate of the engine, proved on this device against the reference outputs of its weight file. */
export interface Proof {
  /** Golden texts run, and of those the ones whose label equals the reference. */
  texts: number
  labelsEqual: number
  /** Largest difference of a probability from the reference, 0…1, and the one allowed. */
  maxDifference: number
  tolerance: number
}

export interface ModelDetails {
  name: string
  /** Differs between models, and between meanings of one's labels: answers of two ids must not be mixed. */
  id: string
  backend: 'WebAssembly'
  /** Size of the files fetched or read, in bytes. */
  bytes: number
  /** Where the files came from this time. */
  source: 'network' | 'browser storage' | 'this device'
  /** Null when stored; otherwise why the browser did not store them. */
  notStored: string | null
  proof: Proof
  /** Milliseconds from the start of the load to proved. */
  loadMs: number
}

/**
 * `idle` until `load` is called; `fetching` counts bytes, never falling, of a total that is 0 until the manifest is
 * there; `failed` can be loaded again.
 */
export type ModelState =
  | { status: 'idle' }
  | { status: 'fetching'; loaded: number; total: number }
  | { status: 'starting' }
  | { status: 'checking' }
  | { status: 'ready'; details: ModelDetails; workers: number }
  | { status: 'failed'; problem: Problem }
