import type { Escape } from '../domain/reading.ts'
import type { Quote } from './dialect.ts'

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

/**
 * Rewrites backslash escapes to doubled quotes, piece by piece: `\"` becomes `""`, `\\` becomes `\`; a backslash before
 * anything else is itself.
 */
export class Unescaper {
  private readonly quote: string
  private carried = ''

  constructor(quote: Quote) {
    this.quote = quote ?? ''
  }

  push(text: string): string {
    const whole = this.carried + text
    // An odd backslash at the end belongs to what follows.
    const trailing = /\\*$/.exec(whole)?.[0].length ?? 0
    this.carried = trailing % 2 === 1 ? '\\' : ''
    const complete = this.carried === '' ? whole : whole.slice(0, -1)
    return complete.replace(/\\([\\"'])/g, (pair, next: string) =>
      next === '\\' ? next : next === this.quote ? next + next : pair,
    )
  }

  end(): string {
    const rest = this.carried
    this.carried = ''
    return rest
  }
}
