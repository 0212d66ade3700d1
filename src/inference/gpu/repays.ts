export interface Worth {
  /** Tokens that wait, and tokens a second that the workers at hand read; null before anything was measured. */
  remainingTokens: number
  tokensPerSecond: number | null
  /** To be fetched, and how fast that goes. */
  bytes: number
  bytesPerSecond: number
}

/** Start of the runtime, compiling shaders, the golden set and the timing. */
const START_SECONDS = 6
/** Share of the remaining time that a graphics card at least saves, where it is faster at all. */
const SAVED = 0.5

/** Whether the time that a graphics card saves on a batch is longer than the time to get it ready. */
export function repays({ remainingTokens, tokensPerSecond, bytes, bytesPerSecond }: Worth): boolean {
  if (tokensPerSecond === null || tokensPerSecond <= 0) return false
  return (SAVED * remainingTokens) / tokensPerSecond > START_SECONDS + bytes / bytesPerSecond
}
