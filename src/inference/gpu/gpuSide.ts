import type { NoticeCode } from '../../domain/noticeCode.ts'
import { isAbort, toProblem } from '../../domain/errors.ts'
import { abortable } from '../../lib/abortable.ts'
import type { Backend } from '../proof/backend.ts'
import { planGpu, type Candidate, type Preferred, type Refusal } from './candidate.ts'
import type { GpuHost } from './gpuHost.ts'
import { tryGpu } from './gpuTrial.ts'
import type { ModelPackage } from '../package/modelPackage.ts'
import { Disagreement } from '../proof/proof.ts'
import type { Spawn } from '../pool/inferenceWorker.ts'
import { startGpu } from './startGpu.ts'
import { verdictMemory, type Verdict, type VerdictKey } from './verdicts.ts'

export interface GpuSideOptions {
  model: ModelPackage
  wasm: Backend
  spawn: Spawn
  device: GpuHost
  /** Shows how the candidate stands. */
  show: (change: Partial<Candidate>) => void
  /** What WebAssembly did when both were timed. */
  onWasmSpeed: (textsPerSecond: number) => void
  tell: (code: NoticeCode) => void
  /** Has all workers that a batch would have on WebAssembly, so that the two are timed as they would run. */
  allWorkers: () => Promise<unknown>
  /** Whether it reads batches from now on; said when that may have changed. */
  onActive: (active: boolean) => void
}

/** What the graphics card is looked at for. */
export interface GpuRequest {
  preferred: Preferred
  /** Whether the work is large enough to fetch this many bytes first. */
  repays: (bytes: number) => boolean
}

/** The graphics card as a candidate: looked for, proved and timed in the background, used, lost, given up. */
export interface GpuSide {
  /** What reads batches now; null: WebAssembly does. */
  active(): Backend | null
  /** Looks whether to use it; resolves when that is decided. Never rejects: how it went is shown. */
  consider(request: GpuRequest): Promise<void>
  /** From now on it may be fetched over a metered connection. */
  allow(): void
  /** Forgets what was found out about it on this device. */
  forget(): Promise<void>
  /** Gives the active one up for good; nothing happens when it was given up before. */
  stepDown(failed: Backend, reason: Error): void
  close(reason: Error): void
}

/** What reads batches. */
interface Running {
  backend: Backend
  key: VerdictKey
  faster: boolean
}

function isWanted({ faster }: Running, preferred: Preferred): boolean {
  return preferred === 'webgpu' || (preferred === 'auto' && faster)
}

export function createGpuSide(options: GpuSideOptions): GpuSide {
  const { model, wasm, spawn, device, show, onWasmSpeed, tell, allWorkers, onActive } = options
  const weights = model.weights.webgpu
  const verdicts = verdictMemory(device.notebook)
  let closed = false
  /** Ends what is being asked, fetched, proved or timed, and what waits for that. */
  let attempts = new AbortController()
  let active: Running | null = null
  let allowed = false
  let looking: Promise<void> = Promise.resolve()

  function refuse(why: Refusal, detail: string | null = null): void {
    show({ standing: { status: 'refused', why, detail } })
  }

  function keyOf(adapter: string): VerdictKey {
    return { browser: device.browser, adapter, model: model.fingerprint }
  }

  /** The runtime lies in the browser's own cache once it was tried. */
  async function bytesToFetch(verdict: Verdict | null): Promise<number> {
    if (weights === null) return 0
    const stored = await model.isStored(weights)
    return (stored ? 0 : model.sizeOf(weights)) + (verdict === null ? device.gpuRuntimeBytes : 0)
  }

  async function look({ preferred, repays }: GpuRequest, signal: AbortSignal): Promise<void> {
    if (closed || signal.aborted || (active !== null && isWanted(active, preferred))) return
    deactivate(new DOMException('the graphics card is not wanted', 'AbortError'))
    // Nothing is asked of the graphics card then: a busy one answers late, a hung one never.
    if (preferred === 'wasm') {
      refuse('not-preferred')
      return
    }
    const adapter = await abortable(device.adapter(), signal)
    if (adapter.usable) show({ device: adapter.name })
    const key = keyOf(adapter.usable ? adapter.name : '')
    const verdict = verdicts.recall(key)
    if (verdict !== null) show({ proof: verdict.proof, textsPerSecond: verdict.webgpu })
    const bytes = await bytesToFetch(verdict)
    const mustAsk = device.connection().metered && !allowed
    const plan = planGpu({ preferred, weights, adapter, verdict, bytes, mustAsk, repays: repays(bytes) })
    if (plan.do === 'refuse') refuse(plan.why)
    else if (plan.do === 'ask') show({ standing: { status: 'asking', bytes } })
    else if (weights !== null) {
      const known = plan.do === 'start' ? verdict : null
      await begin(weights, key, preferred === 'webgpu', known, signal).catch((reason: unknown) => {
        if (!signal.aborted) fail(key, reason)
      })
    }
  }

  /** `known`: how it did before; a few references are enough then. */
  async function begin(
    path: string,
    key: VerdictKey,
    forced: boolean,
    known: Verdict | null,
    signal: AbortSignal,
  ): Promise<void> {
    let used: Backend | null = null
    const backend = await startGpu({
      model,
      weights: path,
      wasm,
      spawn,
      signal,
      onProgress: (loaded, total) => show({ standing: { status: 'fetching', loaded, total } }),
      onChecking: () => show({ standing: { status: 'checking' } }),
      onRestart: () => {
        if (used !== null) tell('gpu-restarted')
      },
      onGone: (reason) => {
        if (used !== null) stepDown(used, reason)
      },
    })
    if (backend === null) {
      refuse('int8-weights')
      return
    }
    const end = (): void => backend.close(new DOMException('the graphics card is not used', 'AbortError'))
    signal.addEventListener('abort', end)
    try {
      const verdict = known ?? (await tryGpu({ webgpu: backend, wasm, allWorkers, patient: forced, signal }))
      signal.throwIfAborted()
      if (known === null) learn(key, verdict)
      if (verdict.outcome === 'faster' || (forced && verdict.outcome === 'slower')) {
        used = backend
        active = { backend, key, faster: verdict.outcome === 'faster' }
        show({ standing: { status: 'in-use' } })
      } else refuse(verdict.outcome)
    } finally {
      signal.removeEventListener('abort', end)
      if (used === null) end()
      onActive(used !== null)
    }
  }

  function learn(key: VerdictKey, verdict: Verdict): void {
    verdicts.remember(key, verdict)
    show({ proof: verdict.proof, textsPerSecond: verdict.webgpu })
    if (verdict.wasm !== null) onWasmSpeed(verdict.wasm)
  }

  function fail(key: VerdictKey, reason: unknown): void {
    if (isAbort(reason)) return
    const { code, message } = toProblem(reason)
    if (reason instanceof Disagreement) {
      learn(key, { outcome: 'disagrees', proof: reason.proof, webgpu: null, wasm: null })
      refuse('disagrees')
    } else if (code === 'model-missing' || code === 'model-corrupt') refuse('unreachable', message)
    else if (code === 'gpu-missing') refuse('no-adapter', message)
    else {
      learn(key, { outcome: 'failed', proof: null, webgpu: null, wasm: null })
      refuse('failed', message)
    }
  }

  function deactivate(reason: Error): Running | null {
    const was = active
    active = null
    was?.backend.close(reason)
    if (was !== null) onActive(false)
    return was
  }

  function stepDown(failed: Backend, reason: Error): void {
    if (active?.backend !== failed) return
    const was = deactivate(reason)
    if (was === null) return
    if (reason instanceof Disagreement) {
      fail(was.key, reason)
      tell('gpu-disagreed')
    } else {
      refuse('lost', reason.message)
      tell('gpu-lost')
    }
  }

  return {
    active: () => active?.backend ?? null,
    consider(request) {
      if (request.preferred === 'wasm') {
        attempts.abort()
        attempts = new AbortController()
      }
      const { signal } = attempts
      looking = looking
        .then(() => look(request, signal))
        .catch((reason: unknown) => {
          if (!signal.aborted) refuse('failed', toProblem(reason).message)
        })
      return looking
    },
    allow() {
      allowed = true
    },
    async forget() {
      const adapter = await device.adapter()
      if (adapter.usable) verdicts.forget(keyOf(adapter.name))
      show({ standing: { status: 'untried' }, proof: null, textsPerSecond: null })
    },
    stepDown,
    close(reason) {
      closed = true
      attempts.abort(reason)
      active?.backend.close(reason)
      active = null
    },
  }
}
