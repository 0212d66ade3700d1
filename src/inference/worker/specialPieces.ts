/** What a model expects around the pieces of a text, by id: for BERT one piece before and one after. */
export interface SpecialPieces {
  before: readonly number[]
  after: readonly number[]
}

/** Finds them in one word encoded without (`bare`) and with them (`full`); null when `full` does not hold `bare`. */
export function specialPieces(bare: readonly number[], full: readonly number[]): SpecialPieces | null {
  for (let at = 0; at <= full.length - bare.length; at += 1) {
    if (!bare.every((id, index) => id === full[at + index])) continue
    return { before: full.slice(0, at), after: full.slice(at + bare.length) }
  }
  return null
}
