import { describe, expect, it } from 'vitest'
import { collect } from '../../src/testing/collect.ts'
import { chunks, inOrder } from './chunks.ts'

async function* count(to: number): AsyncGenerator<number> {
  for (let item = 0; item < to; item++) yield await Promise.resolve(item)
}

describe('chunks', () => {
  it('are of one size, the rest at the end', async () => {
    expect(await collect(chunks(count(5), 2))).toEqual([[0, 1], [2, 3], [4]])
    expect(await collect(chunks(count(0), 2))).toEqual([])
  })
})

describe('inOrder', () => {
  it('gives results in order, whoever is done first, with no more under way than allowed', async () => {
    let running = 0
    let most = 0
    const work = async (item: number): Promise<number> => {
      most = Math.max(most, ++running)
      await new Promise((resolve) => setTimeout(resolve, item % 3 === 0 ? 8 : 1))
      running -= 1
      return item * 10
    }
    expect(await collect(inOrder(count(7), 3, work))).toEqual([0, 10, 20, 30, 40, 50, 60])
    expect(most).toBe(3)
  })

  it('ends with the first failure', async () => {
    const work = (item: number): Promise<number> =>
      item === 1 ? Promise.reject(new Error('one')) : Promise.resolve(item)
    await expect(collect(inOrder(count(4), 2, work))).rejects.toThrow('one')
  })
})
