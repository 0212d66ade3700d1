/**
 * What a reader should know about a row besides its label. Order is the order in exports, where flags are
 * joined by `;`. In the table a row's flags are one bit each, at the index here.
 */
export const FLAGS = [
  'not_sure',
  'mixed',
  'long',
  'other_language',
  'too_short',
  'markup_removed',
  'no_text',
  'unreadable',
  'corrected',
  'formula_guarded',
] as const

export type Flag = (typeof FLAGS)[number]

/** The bit of a flag in a row's flag word. */
export function flagBit(flag: Flag): number {
  return 1 << FLAGS.indexOf(flag)
}

export function flagsToBits(flags: readonly Flag[]): number {
  return flags.reduce((bits, flag) => bits | flagBit(flag), 0)
}

export function bitsToFlags(bits: number): Flag[] {
  return FLAGS.filter((flag) => (bits & flagBit(flag)) !== 0)
}
