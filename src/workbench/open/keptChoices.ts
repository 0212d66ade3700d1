import type { ReadChoices } from '../../domain/reading.ts'

/** What is kept for the next file. Members of an archive are named after months; the next one has others. */
export function keptChoices(choices: ReadChoices = {}): ReadChoices {
  const kept = { ...choices }
  delete kept.members
  return kept
}

/** Whether anything was chosen that is kept. */
export function isChosen(choices: ReadChoices | undefined): boolean {
  return JSON.stringify(keptChoices(choices)) !== '{}'
}
