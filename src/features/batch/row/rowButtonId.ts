/** The id of a row's button in the list, where focus returns when its detail closes. */
export function rowButtonId(row: number): string {
  return `open-row-${row}`
}
