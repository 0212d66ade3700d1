/** A name for each of `width` columns: never empty, none twice. `header` may be shorter or hold anything. */
export function columnNames(header: readonly string[], width: number): string[] {
  const taken = new Set<string>()
  return Array.from({ length: width }, (_, index) => {
    const wanted = header[index]?.trim() ?? ''
    const name = unique(
      wanted === '' ? `Column ${index + 1}` : wanted,
      taken,
      (n, count) => `${n} (${count})`,
    )
    taken.add(name)
    return name
  })
}

/** `name`, or with the first number from 2 that makes it new. */
export function unique(
  name: string,
  taken: ReadonlySet<string>,
  numbered: (name: string, count: number) => string,
): string {
  if (!taken.has(name)) return name
  let count = 2
  while (taken.has(numbered(name, count))) count++
  return numbered(name, count)
}
