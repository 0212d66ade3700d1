import type { SpeedSample } from '../state/runState.ts'

/** Speed is that of the last ten seconds, so that it follows what the device does now. */
const WINDOW_MS = 10_000

export function addSample(samples: readonly SpeedSample[], sample: SpeedSample): SpeedSample[] {
  const recent = samples.filter(({ at }) => sample.at - at <= WINDOW_MS)
  // The oldest stays even when nothing happened for long: a stalled run slows down rather than loses its speed.
  const kept = recent.length === 0 ? samples.slice(-1) : recent
  return [...kept, sample]
}

/** Rows per second over the samples, or null before there is anything to tell. */
export function rowsPerSecond(samples: readonly SpeedSample[]): number | null {
  const first = samples[0]
  const last = samples.at(-1)
  if (first === undefined || last === undefined || last.at - first.at < 500 || last.done <= first.done)
    return null
  return ((last.done - first.done) * 1000) / (last.at - first.at)
}
