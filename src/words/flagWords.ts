import type { Flag } from '../domain/flags.ts'

const FLAG_WORDS: Readonly<Record<Exclude<Flag, 'long'>, string>> = {
  not_sure: 'Not sure: the two likeliest labels are close. Worth reading yourself.',
  mixed: 'Mixed: strong praise in one part of the text, strong complaint in another.',
  other_language: 'Does not read like English: the model’s label is a guess.',
  too_short: 'Very short: there is little to go on.',
  markup_removed: 'HTML tags or entities were removed before reading.',
  no_text: 'No text in this row.',
  unreadable: 'The model could not read this text.',
  corrected: 'The label was set by hand; it counts instead of the model’s.',
  formula_guarded: 'A cell that a spreadsheet would run as a formula was neutralised in the export.',
}

/** A flag in words, for a row's detail; `windows` are those the text was read in. */
export function flagWords(flag: Flag, windows: number): string {
  return flag === 'long' ? `Long: read whole, in ${windows} overlapping parts.` : FLAG_WORDS[flag]
}
