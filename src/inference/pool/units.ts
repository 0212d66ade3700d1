/** A piece of work for one worker: texts `from`…`to` (exclusive) of a call. */
export interface Unit {
  from: number
  to: number
}

/** Texts per unit, whatever they cost: a unit's answers travel together. */
const MAX_TEXTS = 32

/**
 * Cuts the texts of a call, given by what each costs, into units in order that cost at most `budget` each; a text
 * above the budget is a unit of its own.
 */
export function cutUnits(costs: readonly number[], budget: number): Unit[] {
  const units: Unit[] = []
  let from = 0
  let spent = 0
  for (const [index, cost] of costs.entries()) {
    const full = index - from >= MAX_TEXTS || spent + cost > budget
    if (index > from && full) {
      units.push({ from, to: index })
      from = index
      spent = 0
    }
    spent += cost
  }
  if (from < costs.length) units.push({ from, to: costs.length })
  return units
}
