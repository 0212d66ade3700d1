const NAMES = new Set(
  (
    'review reviews text texts comment comments content body message feedback verbatim title subject headline summary ' +
    'star stars rating ratings score scores sentiment label class polarity date time timestamp day created updated ' +
    'submitted published version app application product asin sku brand category country territory locale language ' +
    'lang name user username author reviewer nickname customer id uuid url link source platform device status reply ' +
    'response helpful votes tweet post store email order location opinion answer question notes note description'
  ).split(' '),
)

/** The words of a name, `reviewBody` and `review_body` alike, in small letters. */
export function wordsOf(name: string): string[] {
  return name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{M}]+/u)
    .filter((word) => word !== '')
}

/** True for what review exports call their columns. */
export function isColumnName(cell: string): boolean {
  if (cell.length > 60) return false
  const words = wordsOf(cell)
  const known = words.filter((word) => NAMES.has(word)).length
  return words.length <= 6 && known > words.length / 2
}
