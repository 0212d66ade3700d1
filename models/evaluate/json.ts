/** Enough that what is written from the file again is the same to the last digit shown. */
const DIGITS = 9
/** Levels that get lines of their own; what lies deeper stands in one line. */
const LEVELS = 3

export function toJson(value: unknown): string {
  return `${write(JSON.parse(JSON.stringify(value, rounded)), 0)}\n`
}

function rounded(_: string, item: unknown): unknown {
  return typeof item === 'number' ? Number(item.toFixed(DIGITS)) : item
}

function write(value: unknown, level: number): string {
  if (level >= LEVELS || typeof value !== 'object' || value === null) return JSON.stringify(value)
  const [open, close] = Array.isArray(value) ? '[]' : '{}'
  const items = Array.isArray(value)
    ? value.map((item) => write(item, level + 1))
    : Object.entries(value).map(([name, item]) => `${JSON.stringify(name)}: ${write(item, level + 1)}`)
  if (items.length === 0) return JSON.stringify(value)
  const indent = ' '.repeat(level)
  return `${open}\n${items.map((item) => `${indent} ${item}`).join(',\n')}\n${indent}${close}`
}
