/** What a member of a written object can be. */
export type JsonValue = string | number | null | readonly string[]

/**
 * Writes objects, one a line, with the same keys in the same order. Any key is a plain one, `__proto__` included, and
 * text that is no valid Unicode is escaped, so that every line is valid JSON. Throws `RangeError` for a number JSON lacks.
 */
export function jsonLineWriter(keys: readonly string[]): (values: readonly JsonValue[]) => string {
  const names = keys.map((key) => JSON.stringify(key))
  return (values) => {
    const members = names.map((name, index) => `${name}:${member(values[index] ?? null)}`)
    return `{${members.join(',')}}\n`
  }
}

function member(value: JsonValue): string {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError(`JSON has no ${value}`)
  return JSON.stringify(value)
}
