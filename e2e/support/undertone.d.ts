import type { Label, PerLabel } from '../../src/domain/labels.ts'

/** The public interface as its documentation promises it, written down a second time on purpose. */
export interface PublicAnswer {
  label: Label | null
  confidence: number | null
  probabilities: PerLabel<number> | null
  windows: number
  flags: string[]
}

declare global {
  interface Window {
    undertone: {
      classify(texts: readonly string[], options?: { signal?: AbortSignal }): Promise<PublicAnswer[]>
    }
  }
}
