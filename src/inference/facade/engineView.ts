import type { BackendName, Candidate } from '../gpu/candidate.ts'
import type { EngineState } from './modelState.ts'

/** What the engine shows of itself, changed a piece at a time. */
export interface EngineView {
  state(): EngineState
  setWorkers(workers: number): void
  show(backend: BackendName, change: Partial<Candidate>): void
}

export function createEngineView(onState: (state: EngineState) => void): EngineView {
  const untouched = { device: null, proof: null, textsPerSecond: null }
  let state: EngineState = {
    workers: 0,
    candidates: {
      wasm: { backend: 'wasm', standing: { status: 'in-use' }, ...untouched },
      webgpu: { backend: 'webgpu', standing: { status: 'untried' }, ...untouched },
    },
  }
  function set(change: Partial<EngineState>): void {
    state = { ...state, ...change }
    onState(state)
  }
  return {
    state: () => state,
    setWorkers: (workers) => set({ workers }),
    show(backend, change) {
      const candidate = { ...state.candidates[backend], ...change }
      set({ candidates: { ...state.candidates, [backend]: candidate } })
    },
  }
}
