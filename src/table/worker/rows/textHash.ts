/**
 * 32 bits that are equal for equal texts. Different texts share them about once in four billion pairs, so texts are
 * compared before they are taken for equal. FNV-1a over UTF-16 units, then the last steps of MurmurHash3, since the
 * low bits choose the slot of a table.
 */
export function textHash(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
