import { Tensor } from 'onnxruntime-web'
import { describe, expect, it } from 'vitest'
import { feeds, type FeedOptions } from './feeds.ts'

const BERT: FeedOptions = {
  names: ['input_ids', 'attention_mask', 'token_type_ids'],
  padding: 9,
  padTo: { multiple: 1, limit: 16 },
}

function numbers(rows: number[][], options: Partial<FeedOptions> = {}): Record<string, number[][]> {
  const inputs = feeds(rows, { ...BERT, ...options }, Tensor)
  return Object.fromEntries(
    Object.entries(inputs).map(([name, { data, dims }]) => {
      const flat = Array.from(data as BigInt64Array, Number)
      const width = dims[1]!
      return [name, Array.from({ length: dims[0]! }, (_, row) => flat.slice(row * width, (row + 1) * width))]
    }),
  )
}

describe('feeds', () => {
  it('pads the shorter rows at their end and masks the padding', () => {
    expect(numbers([[2, 5, 3], [2, 5, 6, 7, 3], [2]])).toEqual({
      input_ids: [
        [2, 5, 3, 9, 9],
        [2, 5, 6, 7, 3],
        [2, 9, 9, 9, 9],
      ],
      attention_mask: [
        [1, 1, 1, 0, 0],
        [1, 1, 1, 1, 1],
        [1, 0, 0, 0, 0],
      ],
      token_type_ids: [
        [0, 0, 0, 0, 0],
        [0, 0, 0, 0, 0],
        [0, 0, 0, 0, 0],
      ],
    })
  })

  it('gives a model only what it asks for', () => {
    expect(Object.keys(numbers([[2, 3]], { names: ['attention_mask', 'input_ids'] }))).toEqual([
      'input_ids',
      'attention_mask',
    ])
  })

  it.each([
    { length: 5, multiple: 8, limit: 16, width: 8 },
    { length: 8, multiple: 8, limit: 16, width: 8 },
    { length: 9, multiple: 8, limit: 16, width: 16 },
    { length: 9, multiple: 8, limit: 12, width: 12 },
    { length: 13, multiple: 8, limit: 12, width: 13 },
    { length: 0, multiple: 1, limit: 16, width: 1 },
  ])(
    'makes $length pieces $width wide for a multiple of $multiple up to $limit',
    ({ length, width, ...padTo }) => {
      const { input_ids, attention_mask } = numbers([new Array<number>(length).fill(5)], { padTo })
      expect(input_ids![0]).toHaveLength(width)
      expect(attention_mask![0]!.filter((bit) => bit === 1)).toHaveLength(Math.max(1, length))
    },
  )
})
