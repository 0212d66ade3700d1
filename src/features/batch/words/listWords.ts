import { formatCount } from '../../../lib/format.ts'
import type { ListEnd } from '../../../workbench/state/events.ts'

/** "Rows 1–100 of 18,240" */
export function pageWords(page: number, pageRows: number, matching: number): string {
  if (matching === 0) return 'No rows'
  const first = page * pageRows + 1
  return `Rows ${formatCount(first)}–${formatCount(Math.min(matching, first + pageRows - 1))} of ${formatCount(matching)}`
}

/** Why a list goes no further. */
export const LIST_END_WORDS: Readonly<Record<ListEnd, string>> = {
  first: 'First row of the list',
  last: 'Last row of the list',
  elsewhere: 'This row is not on the page of the list that is shown',
}
