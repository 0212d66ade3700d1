export function seededRandom(seed: number): (limit: number) => number
export function shuffled<T>(items: readonly T[], random: (limit: number) => number): T[]
