/** How fast one worker reads. */
export interface Pace {
  /** A worker read texts of `cost` tokens in `ms` milliseconds. */
  add(cost: number, ms: number): void
  /** Tokens a second of one worker; null before anything was read. */
  tokensPerSecond(): number | null
}

/** What is older counts less with each unit read: about the last fifty decide. */
const FADING = 0.98

/** Recent units weigh most, so that the pace follows what the device does now. */
export function createPace(): Pace {
  let cost = 0
  let ms = 0
  return {
    add(moreCost, moreMs) {
      cost = cost * FADING + moreCost
      ms = ms * FADING + moreMs
    },
    tokensPerSecond: () => (ms > 0 ? (cost * 1000) / ms : null),
  }
}
