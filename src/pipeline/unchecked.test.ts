import { expect, it, vi } from 'vitest'
import { fakeBatchTable } from '../testing/fakeBatchTable.ts'
import { fakeClassifier } from '../testing/fakeClassifier.ts'
import { fakeLogits } from '../testing/fakeEngine.ts'
import { checkAnswers, createUnchecked } from './unchecked.ts'

const rows = (...list: number[]) => ({ generation: 1, rows: Uint32Array.from(list) })

/** Three answered rows, all unchecked, and an engine that is sound or not. */
async function answered(recheck: () => Promise<boolean>) {
  const table = fakeBatchTable(['one', 'two', 'three'])
  const unchecked = createUnchecked()
  await table.record({ ...rows(0, 1, 2), answers: ['one', 'two', 'three'].map(fakeLogits) })
  unchecked.add(rows(0))
  unchecked.add(rows(1, 2))
  const onTakenBack = vi.fn()
  const classifier = { ...fakeClassifier(), recheck: vi.fn(recheck) }
  return { table, unchecked, classifier, onTakenBack }
}

it('of a sound engine keeps every answer and is made once', async () => {
  const check = await answered(() => Promise.resolve(true))
  expect([await checkAnswers(check), await checkAnswers(check)]).toEqual([true, true])
  expect(check.classifier.recheck).toHaveBeenCalledOnce()
  expect([check.table.answers.size, check.unchecked.size]).toEqual([3, 0])
  expect([...check.table.confirmed]).toEqual([0, 1, 2])
  expect(check.onTakenBack).not.toHaveBeenCalled()
})

it('of a wrong engine takes the answers back and says how many', async () => {
  const check = await answered(() => Promise.resolve(false))
  expect(await checkAnswers(check)).toBe(false)
  expect([check.table.answers.size, check.table.confirmed.size]).toEqual([0, 0])
  expect(check.onTakenBack).toHaveBeenCalledExactlyOnceWith({ forgotten: 3, progress: { done: 0, total: 3 } })
})

it('that cannot be made leaves the answers unchecked', async () => {
  const check = await answered(() => Promise.reject(new Error('gone')))
  await expect(checkAnswers(check)).rejects.toThrow('gone')
  expect([check.table.answers.size, check.unchecked.size]).toEqual([3, 3])
  expect(check.table.confirmed.size).toBe(0)
})

it('whose outcome cannot be told to the table leaves the answers unchecked', async () => {
  const check = await answered(() => Promise.resolve(true))
  check.table.confirm = () => Promise.reject(new Error('table lost'))
  await expect(checkAnswers(check)).rejects.toThrow('table lost')
  expect(check.unchecked.size).toBe(3)
})

it('keeps what is recorded while it is made for the next one', async () => {
  const check = await answered(() => {
    check.unchecked.add(rows(7))
    return Promise.resolve(true)
  })
  await checkAnswers(check)
  expect(check.unchecked.size).toBe(1)
})

it('does not put rows of the column before back among those of the next', async () => {
  const check = await answered(() => {
    check.unchecked.add({ generation: 2, rows: Uint32Array.of(5) })
    return Promise.reject(new Error('gone'))
  })
  await expect(checkAnswers(check)).rejects.toThrow('gone')
  expect(check.unchecked.take()).toEqual({ generation: 2, rows: Uint32Array.of(5) })
})

it('forgets rows of another column or file: their answers are gone', () => {
  const unchecked = createUnchecked()
  unchecked.add(rows(0, 1))
  unchecked.add({ generation: 2, rows: Uint32Array.of(5) })
  expect(unchecked.take()).toEqual({ generation: 2, rows: Uint32Array.of(5) })
})
