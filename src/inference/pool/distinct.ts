/** The texts of a call without repetitions, and for each text of the call where its answer will stand. */
export interface Distinct {
  texts: string[]
  /** Indices into `texts`, one per text of the call. */
  positions: number[]
}

/** In the order of their first appearance. */
export function distinct(texts: readonly string[]): Distinct {
  const known = new Map<string, number>()
  const positions = texts.map((text) => {
    const position = known.get(text) ?? known.size
    known.set(text, position)
    return position
  })
  return { texts: [...known.keys()], positions }
}
