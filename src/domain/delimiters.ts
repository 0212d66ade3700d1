const NAMED = [
  [',', 'comma'],
  [';', 'semicolon'],
  ['\t', 'tab'],
  ['|', 'bar'],
  ['\x1F', 'unit separator'],
  ['^', 'caret'],
  ['~', 'tilde'],
] as const

/** The delimiters that are told apart, likeliest first. A person may choose any other character. */
export const DELIMITERS: readonly string[] = NAMED.map(([delimiter]) => delimiter)

/** What people call a delimiter; null for a character that is not one of the usual ones. */
export function delimiterName(delimiter: string): string | null {
  return NAMED.find(([named]) => named === delimiter)?.[1] ?? null
}
