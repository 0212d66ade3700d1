import { sha256 } from '../../lib/sha256.ts'
import type { Peek } from '../../table/protocol.ts'

/**
 * The shape of each of `count` files as it is guessed: the names of the columns, the format and the delimiter. A hash,
 * since a first line that was taken for names may be somebody's review.
 */
export async function fileShapes(guessed: Pick<Peek, 'files' | 'columns'>, count: number): Promise<string[]> {
  const names = guessed.columns.map(({ name }) => name)
  return Promise.all(
    Array.from({ length: count }, (_, index) => {
      const file = guessed.files.find(({ source }) => source === index)
      const shape = JSON.stringify([names, file?.reading.format.value, file?.delimiter])
      return sha256(new TextEncoder().encode(shape))
    }),
  )
}
