import { DELIMITERS } from '../../domain/delimiters.ts'
import type { Escape } from '../../domain/reading.ts'
import type { Delimiter, Quote } from './dialect.ts'

/** Single quotes only where cells are wrapped in them line after line, and none in double ones. */
export function guessQuote(head: string): { quote: Quote; reason: string } {
  const doubles = head.match(/(?<=^|[,;\t|\r\n])"/g)?.length ?? 0
  const singles = head.match(/(?<=^|[,;\t|\r\n])'[^'\r\n]*'(?=$|[,;\t|\r\n])/g)?.length ?? 0
  const lines = head.match(/\r\n?|\n/g)?.length ?? 0
  if (doubles === 0 && singles > 1 && singles >= lines / 2) {
    return { quote: "'", reason: 'Cells are wrapped in single quotes.' }
  }
  const reason = doubles > 0 ? 'Cells are wrapped in double quotes.' : 'No cell is wrapped in quotes.'
  return { quote: '"', reason }
}

/** By which of the two occurs inside cells; `\"` before a delimiter may be a cell that ends with a backslash. */
export function guessEscape(head: string, quote: Quote): { escape: Escape; reason: string } {
  const count = (pattern: RegExp): number => head.match(pattern)?.length ?? 0
  const escaped = quote === "'" ? count(/\\'(?![',;\t|\r\n])/g) : count(/\\"(?![",;\t|\r\n])/g)
  const twice = quote === "'" ? count(/[^',;\t|\r\n]''(?!')/g) : count(/[^",;\t|\r\n\\]""(?!")/g)
  return escaped > twice
    ? { escape: 'backslash', reason: 'Quotes inside cells stand after a backslash.' }
    : { escape: 'doubled', reason: 'Quotes inside cells are written twice, as spreadsheets do.' }
}

/** Where in a record the text has come to. `closed`: right behind a quote that may end the cell. */
type Place = 'start' | 'bare' | 'quoted' | 'closed' | 'wrapped'

/**
 * Rewrites backslash escapes to what RFC 4180 knows, piece by piece: `\\` becomes `\`, and `\"` a doubled quote inside
 * quotes, a plain one elsewhere; a cell that begins with one is wrapped in quotes. A backslash before anything else is itself.
 * Where no delimiter is known yet, a quote that begins a cell without quotes is left out: that is enough to count cells.
 */
export class Unescaper {
  private readonly quote: string
  private readonly delimiter: string | null
  private readonly tokens: RegExp
  private carried = ''
  private place: Place = 'start'

  constructor(quote: '"' | "'", delimiter: Delimiter | null) {
    this.quote = quote
    this.delimiter = delimiter
    const ends = (delimiter === null ? [...DELIMITERS] : [delimiter]).map((end) => `\\u${hex(end)}`).join('')
    this.tokens = new RegExp(`\\\\[\\\\"']|[${quote}\\r\\n${ends}]`, 'g')
  }

  push(text: string): string {
    const whole = this.carried + text
    // An odd backslash at the end belongs to what follows.
    const trailing = /\\*$/.exec(whole)?.[0].length ?? 0
    this.carried = trailing % 2 === 1 ? '\\' : ''
    const complete = this.carried === '' ? whole : whole.slice(0, -1)
    let read = 0
    const written = complete.replace(this.tokens, (token: string, at: number) => {
      if (at > read) this.pass()
      read = at + token.length
      return this.take(token)
    })
    if (complete.length > read) this.pass()
    return written
  }

  end(): string {
    const rest = this.carried + (this.place === 'wrapped' ? this.quote : '')
    this.carried = ''
    this.place = 'start'
    return rest
  }

  /** Characters that mean nothing. */
  private pass(): void {
    if (this.place === 'start' || this.place === 'closed') this.place = 'bare'
  }

  private take(token: string): string {
    if (token === this.quote) return this.takeQuote()
    if (token === `\\${this.quote}`) return this.takeEscapedQuote()
    if (token.length > 1) {
      this.pass()
      return token === '\\\\' ? '\\' : token
    }
    if (this.place === 'quoted') return token
    const written = this.place === 'wrapped' ? this.quote + token : token
    this.place = 'start'
    return written
  }

  private takeQuote(): string {
    const { place, quote } = this
    if (place === 'wrapped') return quote + quote
    if (place === 'start' || place === 'closed') this.place = 'quoted'
    else if (place === 'quoted') this.place = 'closed'
    return quote
  }

  private takeEscapedQuote(): string {
    const { place, quote } = this
    if (place === 'quoted' || place === 'wrapped') return quote + quote
    this.place = place === 'start' && this.delimiter !== null ? 'wrapped' : 'bare'
    if (place !== 'start') return quote
    return this.delimiter === null ? '' : quote + quote + quote
  }
}

function hex(unit: string): string {
  return unit.charCodeAt(0).toString(16).padStart(4, '0')
}
