import type { Column } from '../../table/protocol.ts'

/** Columns that readers want beside the text, in this order, when the file has them. */
const BESIDE_TEXT = [/\b(stars?|rating|score)\b/i, /\bversion\b/i]

/** Columns that most often explain sentiment, best first. */
const BREAKDOWNS = [/\bversion\b/i, /\b(app|product|brand|category)\b/i, /\b(country|language|locale)\b/i]

/** At most two columns shown beside the text: stars and version. */
export function extraColumns(columns: readonly Column[], textColumn: number | null): Column[] {
  return BESIDE_TEXT.flatMap((name) => {
    const found = columns.find((column) => name.test(spaced(column.name)) && column.index !== textColumn)
    return found === undefined || found.kind === 'empty' ? [] : [found]
  })
}

/** Columns with few values or dates: the ones that results can be broken down by. */
export function breakdownColumns(columns: readonly Column[], textColumn: number | null): Column[] {
  return columns.filter(({ kind, index }) => (kind === 'group' || kind === 'date') && index !== textColumn)
}

/** What to break down by before anyone chose: a version, else an app, else any group, else a date. */
export function firstBreakdown(columns: readonly Column[], textColumn: number | null): number | null {
  const candidates = breakdownColumns(columns, textColumn)
  const groups = candidates.filter(({ kind }) => kind === 'group')
  const named = BREAKDOWNS.flatMap((name) => groups.filter((column) => name.test(spaced(column.name))))
  return (named[0] ?? groups[0] ?? candidates[0])?.index ?? null
}

/** The column that says when: the first of dates, which exports put before those of replies and updates. */
export function dateColumn(columns: readonly Column[], textColumn: number | null): number | null {
  return columns.find(({ kind, index }) => kind === 'date' && index !== textColumn)?.index ?? null
}

/** `app_version` and `appVersion` as words, so that word borders are found. */
function spaced(name: string): string {
  return name.replace(/_/g, ' ').replace(/([a-z])([A-Z])/g, '$1 $2')
}
