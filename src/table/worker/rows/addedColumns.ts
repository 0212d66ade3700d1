import { LABELS } from '../../../domain/labels.ts'
import { unique } from '../../../domain/columnNames.ts'

/**
 * What an export adds to the columns of the file.
 * @internal A test of exports finds them by it.
 */
export const ADDED_COLUMNS = ['sentiment', 'confidence', ...LABELS.map((label) => `p_${label}`), 'flags']

/** Names of the added columns that none of `taken` is, whatever its letters' case: `flags`, or `flags_2`. */
export function addedNames(taken: readonly string[]): string[] {
  const known = new Set(taken.map((name) => name.trim().toLowerCase()))
  return ADDED_COLUMNS.map((name) => unique(name, known, (each, count) => `${each}_${count}`))
}

/** The column of flags in a file that an export wrote, the last when it was exported again; -1 in any other file. */
export function flagsColumn(names: readonly string[]): number {
  for (let last = names.length - 1; last >= ADDED_COLUMNS.length - 1; last--) {
    const first = last - ADDED_COLUMNS.length + 1
    if (ADDED_COLUMNS.every((name, index) => isNamed(names[first + index] ?? '', name))) return last
  }
  return -1
}

function isNamed(name: string, added: string): boolean {
  return name.startsWith(added) && /^(?:_\d+)?$/.test(name.slice(added.length))
}
