import type { Calibration } from '../../domain/calibration.ts'
import { clean, hasText } from '../../domain/clean.ts'
import type { TextLogits } from '../../domain/decide.ts'
import { bitsToFlags, flagBit, type Flag } from '../../domain/flags.ts'
import type { RunProgress, TextProfile } from '../protocol.ts'
import { Answers } from './answers.ts'
import { Recent } from './recent.ts'
import { everyRow, type RowSource } from './rowSource.ts'

const SAMPLE = 24
const NO_TEXT = flagBit('no_text')
const MARKUP_REMOVED = flagBit('markup_removed')
const UNREADABLE = flagBit('unreadable')

/** The column that is classified: what its cells hold, and the answers for them. */
export class TextRows {
  readonly profile: TextProfile
  readonly answers: Answers
  /** One byte a row, 1 where the text contains the term; for the terms searched last. */
  readonly searches = new Recent<string, Uint8Array>(4)
  /** The rows of the queries asked last, by query and version. */
  readonly matches = new Recent<string, Uint32Array>(2)
  /** What is known of each row's text: bits as in `domain/flags`. */
  private readonly bits: Uint16Array
  /** No row before it is waiting. */
  private firstWaiting = 0

  constructor(profile: TextProfile, bits: Uint16Array) {
    this.profile = profile
    this.bits = bits
    this.answers = new Answers(bits.length)
  }

  get progress(): RunProgress {
    return { done: this.answers.answered, total: this.profile.withText }
  }

  hasText(row: number): boolean {
    return ((this.bits[row] ?? NO_TEXT) & NO_TEXT) === 0
  }

  isUnreadable(row: number): boolean {
    return ((this.bits[row] ?? 0) & UNREADABLE) !== 0
  }

  /** With text and neither answered nor set aside. */
  isWaiting(row: number): boolean {
    return ((this.bits[row] ?? NO_TEXT) & (NO_TEXT | UNREADABLE)) === 0 && !this.answers.has(row)
  }

  /** The first `limit` waiting rows from `from` on. */
  waiting(from: number, limit: number): Uint32Array {
    while (this.firstWaiting < this.bits.length && !this.isWaiting(this.firstWaiting)) this.firstWaiting++
    const rows: number[] = []
    for (let row = Math.max(from, this.firstWaiting); row < this.bits.length && rows.length < limit; row++) {
      if (this.isWaiting(row)) rows.push(row)
    }
    return Uint32Array.from(rows)
  }

  /** Rows with an answer stay as they are. */
  setUnreadable(row: number): void {
    if (!this.isWaiting(row)) return
    this.bits[row] = (this.bits[row] ?? 0) | UNREADABLE
    this.answers.version++
  }

  /**
   * Stores answers, replacing earlier ones. Throws `RangeError`, and stores nothing from there on, at a row that has
   * no text or an answer that makes no sense.
   */
  record(rows: Uint32Array, answers: readonly TextLogits[], calibration: Calibration): void {
    if (rows.length !== answers.length) {
      throw new RangeError(`${rows.length} rows and ${answers.length} answers`)
    }
    for (const [index, row] of rows.entries()) {
      const answer = answers[index]
      if (!answer || !this.hasText(row)) throw new RangeError(`row ${row} has no text to answer`)
      this.answers.record(row, answer, calibration)
      this.bits[row] = (this.bits[row] ?? 0) & ~UNREADABLE
    }
  }

  /** Of the text and of its answer, in the order of `FLAGS`. */
  flags(row: number): Flag[] {
    return bitsToFlags((this.bits[row] ?? 0) | (this.answers.flagBits[row] ?? 0))
  }
}

/** Reads every cell of a column once. Rejects with the signal's reason when aborted. */
export async function readTextColumn(
  rows: RowSource,
  column: number,
  signal?: AbortSignal,
): Promise<TextRows> {
  const bits = new Uint16Array(rows.length)
  let characters = 0
  let withText = 0
  for await (const block of rows.blocks(everyRow(rows.length), signal)) {
    for (const [index, row] of block.rows.entries()) {
      const cell = block.records[index]?.[column] ?? ''
      const { text, markupRemoved } = clean(cell)
      const readable = hasText(text)
      characters += cell.length
      withText += Number(readable)
      bits[row] = (readable ? 0 : NO_TEXT) | (markupRemoved ? MARKUP_REMOVED : 0)
    }
  }
  const sample = await readTexts(rows, column, sampleRows(bits, withText))
  return new TextRows({ column, withText, withoutText: rows.length - withText, characters, sample }, bits)
}

/** Cleaned texts of some rows, in their order. */
export async function readTexts(rows: RowSource, column: number, wanted: Uint32Array): Promise<string[]> {
  const records = await rows.read(wanted)
  return records.map((cells) => clean(cells[column] ?? '').text)
}

/** Rows with text, spread evenly. */
function sampleRows(bits: Uint16Array, withText: number): Uint32Array {
  const step = Math.max(1, withText / SAMPLE)
  const rows: number[] = []
  let seen = 0
  for (let row = 0; row < bits.length && rows.length < SAMPLE; row++) {
    if (((bits[row] ?? 0) & NO_TEXT) !== 0) continue
    if (seen >= rows.length * step) rows.push(row)
    seen++
  }
  return Uint32Array.from(rows)
}
