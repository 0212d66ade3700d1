import { expect, it, vi } from 'vitest'
import { readOnce } from './readOnce.ts'

it('reads once, whoever asks', async () => {
  const read = vi.fn(() => Promise.resolve('answer'))
  const ask = readOnce(read)
  expect(await Promise.all([ask(), ask()])).toEqual(['answer', 'answer'])
  expect(await ask()).toBe('answer')
  expect(read).toHaveBeenCalledOnce()
})

it('reads again after a failure, which everyone heard of who asked meanwhile', async () => {
  const read = vi
    .fn<() => Promise<string>>()
    .mockRejectedValueOnce(new Error('offline'))
    .mockResolvedValue('answer')
  const ask = readOnce(read)
  const both = await Promise.allSettled([ask(), ask()])
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(await ask()).toBe('answer')
  expect(read).toHaveBeenCalledTimes(2)
})
