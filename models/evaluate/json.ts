/** Six digits are more than any interval holds, and files stay comparable between machines. */
const DIGITS = 6

export function toJson(value: unknown): string {
  const rounded = (_: string, item: unknown): unknown =>
    typeof item === 'number' ? Number(item.toFixed(DIGITS)) : item
  return `${JSON.stringify(value, rounded, 1)}\n`
}
