import { isOtherLanguage, isTooShort, type TextFit } from '../../../domain/textFit.ts'

/** Its language column names another language than English. */
const DECLARED_OTHER = 1
const READS_OTHER = 2
const NOTHING = 4
const WORD = 8
/** The detector has looked at it. */
const LOOKED_AT = 16
const READS_ENGLISH = 32

/** What is known of how each row's text fits the model; one byte a row. */
export class RowFits {
  /** Whether the model reads English only: otherwise no language is another one. */
  english = true
  private readonly bits: Uint8Array

  constructor(rows: number) {
    this.bits = new Uint8Array(rows)
  }

  /** The row's own column says so, whatever that of a row with an equal text says. */
  declareOther(row: number): void {
    this.bits[row] = this.of(row) | DECLARED_OTHER
  }

  set(row: number, { language, length }: TextFit): void {
    this.bits[row] =
      (this.of(row) & DECLARED_OTHER) |
      (language === null ? 0 : LOOKED_AT) |
      (language === 'other' ? READS_OTHER : language === 'english' ? READS_ENGLISH : 0) |
      (length === 'nothing' ? NOTHING : length === 'word' ? WORD : 0)
  }

  /** Gives `row` what was found for the equal text of `from`. */
  share(from: number, row: number): void {
    this.bits[row] = (this.of(row) & DECLARED_OTHER) | (this.of(from) & ~DECLARED_OTHER)
  }

  /** Whether the detector has looked at its text. */
  isLookedAt(row: number): boolean {
    return (this.of(row) & LOOKED_AT) !== 0
  }

  /** Neither its column nor the detector says anything of its language. */
  isLanguageUnknown(row: number): boolean {
    return this.english && (this.of(row) & (LOOKED_AT | DECLARED_OTHER)) === 0
  }

  isOtherLanguage(row: number): boolean {
    const bits = this.of(row)
    const read = (bits & READS_OTHER) !== 0 ? 'other' : (bits & READS_ENGLISH) !== 0 ? 'english' : 'unclear'
    return this.english && isOtherLanguage(read, (bits & DECLARED_OTHER) !== 0)
  }

  isTooShort(row: number, notSure: boolean): boolean {
    const bits = this.of(row)
    return isTooShort((bits & NOTHING) !== 0 ? 'nothing' : (bits & WORD) !== 0 ? 'word' : 'enough', notSure)
  }

  private of(row: number): number {
    return this.bits[row] ?? 0
  }
}
