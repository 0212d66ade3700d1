import type { Problem } from '../../domain/errors.ts'
import type { BackendName, Candidate } from '../gpu/candidate.ts'
import type { Notice } from './notice.ts'

export interface ModelDetails {
  name: string
  /** Differs between models, and between meanings of one's labels: answers of two ids must not be mixed. */
  id: string
  /** As of the package: whether anybody measured how often its answers are right. */
  calibrated: boolean
  /** Size of the files fetched or read, in bytes. */
  bytes: number
  /** Where the files came from this time. */
  source: 'network' | 'browser storage' | 'this device'
  /** Null when stored; otherwise why the browser did not store them. */
  notStored: string | null
  /** Whether the browser promised to keep what is stored; null where it was not asked or cannot be. */
  persisted: boolean | null
  /** Milliseconds from the start of the load to proved. */
  loadMs: number
}

/** What runs the model and what could. */
export interface EngineState {
  /** Inference workers on WebAssembly at work. */
  workers: number
  candidates: Readonly<Record<BackendName, Candidate>>
}

export interface ReadyState extends EngineState {
  status: 'ready'
  details: ModelDetails
  /** What happened that a person should hear about once; the latest. */
  notice: Notice | null
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
  | ReadyState
  | { status: 'failed'; problem: Problem }
