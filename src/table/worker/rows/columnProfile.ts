import { DATE_FORMATS, type DateFormat } from '../../../domain/dateFormats.ts'
import type { ColumnKind } from '../../protocol.ts'
import { ownCopy } from '../../../lib/ownCopy.ts'
import { parseDay } from './dates.ts'
import { wordCount } from './textNumbers.ts'

const MOST_GROUPS = 60
const LONGEST_GROUP = 60
/** Values that are counted in words: the first ones, then one in so many. */
const CLOSELY_READ = 1000
const THEN_EVERY = 50
/** Ten digits that begin with a one are seconds only in a column that says so; others are ids or telephone numbers. */
const NAMES_TIME = /time|date|epoch|stamp|created|updated|posted|\bat$/i

/** What one pass over a column learns of it, in memory bounded by `MOST_GROUPS` short values. */
export class ColumnProfile {
  private filled = 0
  /** Null once there are too many, or too long ones. */
  private distinct: Map<string, true> | null = new Map()
  private formats: { format: DateFormat; days: number }[]
  private read = 0
  private words = 0
  private lettered = 0

  /** `name` as the file has it: it tells times and versions from numbers. */
  constructor(name = '') {
    this.formats = DATE_FORMATS.filter((format) => {
      if (format === 'Unix seconds') return NAMES_TIME.test(name)
      return format !== 'dd.MM.yy' || !/version/i.test(name)
    }).map((format) => ({ format, days: 0 }))
  }

  add(cell: string): void {
    const value = cell.trim()
    if (value === '') return
    this.filled++
    this.addDistinct(value)
    if (this.formats.length > 0) this.addDay(value)
    if (this.filled <= CLOSELY_READ || this.filled % THEN_EVERY === 0) this.addWords(value)
  }

  /** Mean words of the cells that are not empty. */
  get meanWords(): number {
    return this.read === 0 ? 0 : this.words / this.read
  }

  /** Share of the cells that hold words rather than numbers or codes. */
  get wordShare(): number {
    return this.read === 0 ? 0 : this.lettered / this.read
  }

  /** Every format that reads most of the values, and as many as any other, in the order of `DATE_FORMATS`. */
  get dateFormats(): DateFormat[] {
    const most = Math.max(0, ...this.formats.map(({ days }) => days))
    if (this.filled === 0 || most < 0.9 * this.filled) return []
    return this.formats.filter(({ days }) => days === most).map(({ format }) => format)
  }

  get dateFormat(): DateFormat | null {
    return this.dateFormats[0] ?? null
  }

  /** The different values, trimmed, where there are few and short ones. */
  get values(): string[] | null {
    return this.distinct && [...this.distinct.keys()]
  }

  /** False when a value is known to occur twice. */
  get unique(): boolean {
    return this.distinct === null || this.distinct.size === this.filled
  }

  get kind(): ColumnKind {
    if (this.filled === 0) return 'empty'
    if (this.dateFormat !== null) return 'date'
    if (this.repeats) return 'group'
    return this.meanWords >= 3 && this.wordShare >= 0.5 ? 'text' : 'other'
  }

  /** Few values, each several times; in a small file a few repeats are enough. */
  private get repeats(): boolean {
    if (!this.distinct) return false
    const values = this.distinct.size
    return values <= this.filled / 2 || (values <= 10 && values < this.filled)
  }

  private addDistinct(value: string): void {
    if (!this.distinct || this.distinct.has(value)) return
    const fits = value.length <= LONGEST_GROUP && this.distinct.size < MOST_GROUPS
    if (fits) this.distinct.set(ownCopy(value), true)
    else this.distinct = null
  }

  private addDay(value: string): void {
    // No date format is longer, time and zone included.
    if (value.length <= 48) {
      for (const candidate of this.formats) if (parseDay(value, candidate.format) !== null) candidate.days++
    }
    if (this.filled % 100 === 0) this.formats = this.formats.filter(({ days }) => days > this.filled / 2)
  }

  private addWords(value: string): void {
    this.read++
    const start = value.slice(0, 2000)
    this.words += wordCount(start)
    if (/\p{L}/u.test(start) && !/^(?:https?:|www\.)\S*$/i.test(start)) this.lettered++
  }
}
