import type { PendingTexts } from '../../protocol.ts'
import type { ReadFit } from './fitReaders.ts'
import type { RowSource } from '../rows/rowSource.ts'
import { readTexts } from '../rows/rowText.ts'
import type { TextRows } from './textRows.ts'

/** At most so much of the file is read for one call, whatever it asks for; what lies behind comes with the next. */
const BYTES = 2 ** 22
const ROWS = 2048
/** First rows with short texts are kept for comparing: what is written often is short. */
const SHORT = 256

interface Wanted {
  from: number
  limit: number
}

/**
 * The next texts to classify. A row with the text of an earlier one is passed over: it takes that row's answer, at once
 * or when it comes. For this each row is read once, and the first row of a long text once more for each of its twins.
 * Since its text is in hand, it is told then how a row's text fits the model.
 */
export async function handOut(
  rows: RowSource,
  text: TextRows,
  wanted: Wanted,
  readFit: ReadFit,
  signal: AbortSignal,
): Promise<PendingTexts> {
  const { passed, next } = pass(rows, text, wanted)
  const texts = await textsOf(rows, text, passed)
  signal.throwIfAborted()
  const given: number[] = []
  for (const row of passed) {
    const first = text.twins.firstOf(row)
    if (first !== row && texts.get(first) === texts.get(row)) text.addTwin(row)
    else {
      text.twins.refute(row)
      if (!text.fits.isLookedAt(row)) text.fits.set(row, readFit(texts.get(row) ?? ''))
      given.push(row)
    }
  }
  const out = given.slice(0, wanted.limit)
  return {
    rows: Uint32Array.from(out),
    texts: out.map((row) => texts.get(row) ?? ''),
    next: given[wanted.limit] ?? next,
    generation: text.generation,
    progress: text.progress,
  }
}

/** Rows to read: `limit` that resemble no earlier row, those that do between them, and the row to go on from. */
function pass(
  rows: RowSource,
  text: TextRows,
  { from, limit }: Wanted,
): { passed: number[]; next: number | null } {
  const passed: number[] = []
  let own = 0
  let bytes = 0
  for (const row of text.unread(from)) {
    bytes += rows.index.bytes(row)
    const full = own === limit || passed.length === ROWS || bytes > BYTES
    if (full && passed.length > 0) return { passed, next: row }
    passed.push(row)
    if (text.twins.firstOf(row) === row) own++
  }
  return { passed, next: null }
}

/** By row: the texts of `passed` and of the first rows that they resemble. */
async function textsOf(rows: RowSource, text: TextRows, passed: number[]): Promise<Map<number, string>> {
  const texts = await read(passed)
  const unread = new Set<number>()
  for (const row of passed) {
    const first = text.twins.firstOf(row)
    if (texts.has(first)) continue
    const known = text.firstTexts.get(first)
    if (known === undefined) unread.add(first)
    else texts.set(first, known)
  }
  for (const [row, found] of await read([...unread])) {
    texts.set(row, found)
    if (found.length <= SHORT) text.firstTexts.set(row, found)
  }
  return texts

  async function read(wanted: number[]): Promise<Map<number, string>> {
    const found = await readTexts(rows, text.profile, Uint32Array.from(wanted))
    return new Map(wanted.map((row, index) => [row, found[index] ?? '']))
  }
}
