import type { LiveWorker } from '../../lib/liveWorker.ts'
import type { Calls } from '../protocol.ts'

/** A running worker as the pool sees it. */
export type InferenceWorker = LiveWorker<Calls>

/** Starts a worker and calls `onDeath` once when it crashes, falls silent or cannot start. */
export type Spawn = (onDeath: () => void) => InferenceWorker
