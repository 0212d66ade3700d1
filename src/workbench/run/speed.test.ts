import { expect, it } from 'vitest'
import type { SpeedSample } from '../state/runState.ts'
import { addSample, rowsPerSecond } from './speed.ts'

const run = (samples: SpeedSample[]): SpeedSample[] => samples.reduce<SpeedSample[]>(addSample, [])

it('says nothing before half a second or a row', () => {
  expect(rowsPerSecond([])).toBeNull()
  expect(rowsPerSecond(run([{ at: 0, done: 0 }]))).toBeNull()
  expect(
    rowsPerSecond(
      run([
        { at: 0, done: 0 },
        { at: 400, done: 50 },
      ]),
    ),
  ).toBeNull()
  expect(
    rowsPerSecond(
      run([
        { at: 0, done: 5 },
        { at: 4_000, done: 5 },
      ]),
    ),
  ).toBeNull()
})

it('is rows over time', () => {
  expect(
    rowsPerSecond(
      run([
        { at: 1_000, done: 100 },
        { at: 3_000, done: 900 },
      ]),
    ),
  ).toBe(400)
})

it('follows the last ten seconds', () => {
  const slowing = run([
    { at: 0, done: 0 },
    { at: 10_000, done: 10_000 },
    { at: 20_000, done: 10_100 },
  ])
  expect(rowsPerSecond(slowing)).toBe(10)
})

it('slows down when nothing happens for long', () => {
  const stalled = run([
    { at: 0, done: 0 },
    { at: 30_000, done: 30 },
  ])
  expect(rowsPerSecond(stalled)).toBe(1)
})
