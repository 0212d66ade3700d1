/** A run of so many windows of so many tokens each. */
export type TrialRun = (windows: number, tokens: number) => Promise<unknown>

/** Tokens of a typical text, padded. */
const TYPICAL = 32
/** What every device can hold and a slow one still does in reasonable time. */
const SMALLEST = 256
const CANDIDATES = [1_024, 2_048, 4_096, 8_192, 16_384]
/** One short text takes a healthy device a few milliseconds; one that takes this long is a processor in disguise. */
const SHORT = 8
const SLOW_MS = 60
/** A run cannot be interrupted, so that of a longer one is not worth its speed. */
const LONGEST_RUN_MS = 150
const PATIENCE_MS = 1_500
/** A larger batch has to earn its memory. */
const WORTHWHILE = 1.1

/**
 * The number of tokens per run, padding included, at which this device reads most tokens per second. Takes up to 2 s, on
 * a slow device one small run; the session has run a short text before, which compiled its shaders.
 * A batch that fails is too large; rejects only when the smallest fails too. `limit` is the length of the longest
 * window: a batch of those is tried as well.
 */
export async function tuneBatch(run: TrialRun, limit: number): Promise<number> {
  const started = performance.now()
  const timed = async (windows: number, tokens: number): Promise<number> => {
    const before = performance.now()
    await run(windows, tokens)
    return performance.now() - before
  }

  if ((await timed(1, SHORT)) > SLOW_MS) return SMALLEST

  let best = { tokens: SMALLEST, perMs: 0 }
  for (const tokens of CANDIDATES) {
    const ms = await repeated(() => timed(tokens / TYPICAL, TYPICAL))
    if (ms > LONGEST_RUN_MS) break
    if (tokens / ms > best.perMs * WORTHWHILE) best = { tokens, perMs: tokens / ms }
    if (performance.now() - started > PATIENCE_MS) break
  }
  return fitting(best.tokens, (tokens) => timed(Math.max(1, Math.floor(tokens / limit)), limit))
}

/** The second of two: the first allocates. Infinity for a run that fails. */
async function repeated(run: () => Promise<number>): Promise<number> {
  try {
    const first = await run()
    return first > LONGEST_RUN_MS * 2 ? first : await run()
  } catch {
    return Infinity
  }
}

/** Halves `tokens` until a batch of the longest windows, which need most memory for attention, runs. */
async function fitting(tokens: number, run: (tokens: number) => Promise<unknown>): Promise<number> {
  for (let fits = tokens; ; fits = Math.max(SMALLEST, fits / 2)) {
    try {
      await run(fits)
      return fits
    } catch (error) {
      if (fits === SMALLEST) throw error
    }
  }
}
