import type { Calibration } from '../../../domain/calibration.ts'
import type { TextLogits } from '../../../domain/decide.ts'
import { bitsToFlags, flagBit, type Flag } from '../../../domain/flags.ts'
import type { Summary } from '../../../domain/summary.ts'
import type { RunProgress, TextProfile } from '../../protocol.ts'
import { Answers } from './answers.ts'
import { Recent } from '../../../lib/recent.ts'
import { NO_TEXT } from '../rows/textReading.ts'
import type { RowFits } from './rowFits.ts'
import type { Twins } from './twins.ts'

const UNREADABLE = flagBit('unreadable')
const OTHER_LANGUAGE = flagBit('other_language')
const TOO_SHORT = flagBit('too_short')
const NOT_SURE = flagBit('not_sure')
const CORRECTED = flagBit('corrected')

/** The column that is classified: what its cells hold, and the answers for them. */
export class TextRows {
  readonly profile: TextProfile
  /** Tells this choice of a column from every other one. */
  readonly generation: number
  readonly answers: Answers
  readonly twins: Twins
  readonly fits: RowFits
  /** Texts of first rows that others were compared with last: 1 MB at most. */
  readonly firstTexts = new Recent<number, string>(2048)
  /** What is known of each row's text: bits as in `domain/flags`. */
  private readonly bits: Uint16Array
  /** No row before it is waiting. */
  private firstWaiting = 0
  private setAside = 0

  constructor(profile: TextProfile, generation: number, bits: Uint16Array, twins: Twins, fits: RowFits) {
    this.profile = profile
    this.generation = generation
    this.bits = bits
    this.twins = twins
    this.fits = fits
    this.answers = new Answers(bits.length)
  }

  get progress(): RunProgress {
    return { done: this.answers.answered + this.setAside, total: this.profile.withText }
  }

  hasText(row: number): boolean {
    return ((this.bits[row] ?? NO_TEXT) & NO_TEXT) === 0
  }

  isUnreadable(row: number): boolean {
    return ((this.bits[row] ?? 0) & UNREADABLE) !== 0
  }

  /** Why its label is a guess; null where it is none, or a person's. */
  unfit(row: number): keyof Summary['unfit'] | null {
    const answer = this.answers.flagBits[row] ?? 0
    if ((answer & CORRECTED) !== 0) return null
    if (this.fits.isOtherLanguage(row)) return 'otherLanguage'
    return this.fits.isTooShort(row, (answer & NOT_SURE) !== 0) ? 'tooShort' : null
  }

  /** With text and neither answered nor set aside. */
  isWaiting(row: number): boolean {
    return ((this.bits[row] ?? NO_TEXT) & (NO_TEXT | UNREADABLE)) === 0 && !this.answers.has(row)
  }

  /** Rows from `from` on that wait for an answer of their own, in file order. */
  *unread(from: number): Generator<number, void> {
    while (this.firstWaiting < this.bits.length && !this.isWaiting(this.firstWaiting)) this.firstWaiting++
    for (let row = Math.max(from, this.firstWaiting); row < this.bits.length; row++) {
      if (this.isWaiting(row) && !this.twins.isTwin(row)) yield row
    }
  }

  /** Its text is that of an earlier row: it has, and will have, what became of that one. */
  addTwin(row: number): void {
    if (!this.isWaiting(row)) return
    const first = this.twins.firstOf(row)
    this.twins.confirm(row)
    this.fits.share(first, row)
    if (this.answers.has(first)) this.answers.share(first, row)
    else if (this.isUnreadable(first)) this.markUnreadable(row)
  }

  /** Rows with an answer stay as they are. */
  setUnreadable(rows: Iterable<number>): void {
    for (const row of rows) {
      for (const each of this.twins.family(row)) {
        if (this.isWaiting(each)) this.markUnreadable(each)
      }
    }
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
      const [first = row, ...twins] = this.twins.family(row)
      this.answers.record(first, answer, calibration)
      this.clearUnreadable(first)
      for (const twin of twins) {
        this.answers.share(first, twin)
        this.clearUnreadable(twin)
      }
    }
  }

  /** A check of the engine has covered these rows' answers. */
  confirm(rows: Iterable<number>): void {
    for (const row of rows) for (const each of this.twins.family(row)) this.answers.confirm(each)
  }

  /** The rows wait again, whether they were answered or set aside. */
  forget(rows: Iterable<number>): void {
    for (const row of rows) {
      for (const each of this.twins.family(row)) {
        this.answers.forget(each)
        this.clearUnreadable(each)
        this.firstWaiting = Math.min(this.firstWaiting, each)
      }
    }
  }

  /** The same texts without any answer; what a person said of them stays. */
  afresh(generation: number): TextRows {
    const bits = this.bits.map((each) => each & ~UNREADABLE)
    const made = new TextRows(this.profile, generation, bits, this.twins, this.fits)
    made.answers.keepCorrections(this.answers)
    return made
  }

  /** Flags of the text and of its answer, but for those that say how the text fits the model: bits as in `domain/flags`. */
  bitsOf(row: number): number {
    return (this.bits[row] ?? 0) | (this.answers.flagBits[row] ?? 0)
  }

  /** Of the text and of its answer, in the order of `FLAGS`. */
  flags(row: number): Flag[] {
    const bits = this.bitsOf(row)
    const language = this.fits.isOtherLanguage(row) ? OTHER_LANGUAGE : 0
    return bitsToFlags(bits | language | (this.fits.isTooShort(row, (bits & NOT_SURE) !== 0) ? TOO_SHORT : 0))
  }

  private markUnreadable(row: number): void {
    this.bits[row] = (this.bits[row] ?? 0) | UNREADABLE
    this.setAside++
    this.answers.changes.touch(row)
  }

  private clearUnreadable(row: number): void {
    if (!this.isUnreadable(row)) return
    this.bits[row] = (this.bits[row] ?? 0) & ~UNREADABLE
    this.setAside--
    this.answers.changes.touch(row)
  }
}
