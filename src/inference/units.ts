/** A piece of work for one worker: texts `from`…`to` (exclusive) of a call. */
export interface Unit {
  from: number
  to: number
}

/** About 100 ms of work for one worker, so that stopping and sharing stay quick. */
const MAX_TEXTS = 16
const MAX_CHARACTERS = 6_000

/** Cuts the texts of a call into units in order; a text longer than the limit is a unit of its own. */
export function cutUnits(texts: readonly string[]): Unit[] {
  const units: Unit[] = []
  let from = 0
  let characters = 0
  for (const [index, { length }] of texts.entries()) {
    const full = index - from >= MAX_TEXTS || characters + length > MAX_CHARACTERS
    if (index > from && full) {
      units.push({ from, to: index })
      from = index
      characters = 0
    }
    characters += length
  }
  if (from < texts.length) units.push({ from, to: texts.length })
  return units
}
