import { expect, it } from 'vitest'
import { Twins } from './twins.ts'

/** Rows 2, 3 and 5 may be twins of row 0, row 4 of row 1. */
const candidates = (): Twins => new Twins(Uint32Array.of(0, 1, 0, 0, 1, 0))

it('takes no row for a twin before it was compared', () => {
  const twins = candidates()
  expect([0, 1, 2, 3, 4, 5].filter((row) => twins.isTwin(row))).toEqual([])
  expect([...twins.family(0)]).toEqual([0])
  expect([...twins.family(2)]).toEqual([2])
})

it('knows the whole family from each of its rows', () => {
  const twins = candidates()
  for (const row of [2, 5, 4]) twins.confirm(row)
  for (const row of [0, 2, 5]) expect([...twins.family(row)].toSorted()).toEqual([0, 2, 5])
  expect([...twins.family(4)]).toEqual([1, 4])
  expect([...twins.family(3)]).toEqual([3])
})

it('lists the first row first', () => {
  const twins = candidates()
  for (const row of [2, 3]) twins.confirm(row)
  expect([...twins.family(3)][0]).toBe(0)
})

it('lets a row stand by itself whose text is another one after all', () => {
  const twins = candidates()
  twins.refute(3)
  expect(twins.firstOf(3)).toBe(3)
  twins.confirm(3)
  expect(twins.isTwin(3)).toBe(false)
})

it('confirms a row once', () => {
  const twins = candidates()
  for (const row of [2, 2, 0]) twins.confirm(row)
  expect([...twins.family(0)]).toEqual([0, 2])
})
