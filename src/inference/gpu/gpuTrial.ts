import { abortable } from '../../lib/abortable.ts'
import type { Backend } from '../proof/backend.ts'
import { agrees } from '../proof/agreement.ts'
import { timeMix } from './timing.ts'
import type { Verdict } from './verdicts.ts'

/** References per call: enough to fill a batch, few enough to see early how slow it is. */
const PER_CALL = 8
/** A graphics card that has not read the references after this is slower than any WebAssembly. */
const PROOF_MS = 15_000
/** The batch that runs meanwhile waits this long at most, twice. */
const TIMING_MS = 4_000
/** Below this gain a change of backends is not worth its risk. */
const FASTER = 1.1

export interface Trial {
  webgpu: Backend
  wasm: Backend
  /** Starts those workers of WebAssembly that a batch would have; they read nothing else while they are timed. */
  allWorkers: () => Promise<unknown>
  /** A person wants the graphics card whatever it takes: all references are run, however slowly. */
  patient: boolean
  /** Nobody wants to know any more: what is being timed ends, and the workers are free again. */
  signal: AbortSignal
}

/**
 * Proves a graphics card on all references, then times it and WebAssembly on the same mix, one after the other.
 * Rejects with what ended a backend, and with the signal's reason.
 */
export async function tryGpu({ webgpu, wasm, allWorkers, patient, signal }: Trial): Promise<Verdict> {
  const startedAt = performance.now()
  const elapsed = (): number => performance.now() - startedAt
  const proof = await webgpu.prove(PER_CALL, () => !patient && elapsed() > PROOF_MS)
  const onReferences = proof === null ? null : (proof.texts * 1000) / elapsed()
  if (proof !== null && !agrees(proof)) {
    return { outcome: 'disagrees', proof, webgpu: onReferences, wasm: null }
  }
  await abortable(allWorkers(), signal)
  const release = wasm.hold()
  try {
    const wasmSpeed = await timeMix(wasm, TIMING_MS, signal)
    // Too slow for a single call of the mix: what the references took says enough.
    const gpuSpeed = (await timeMix(webgpu, TIMING_MS, signal)) ?? onReferences
    const faster = gpuSpeed !== null && gpuSpeed > FASTER * (wasmSpeed ?? 0)
    return { outcome: faster ? 'faster' : 'slower', proof, webgpu: gpuSpeed, wasm: wasmSpeed }
  } finally {
    release()
  }
}
