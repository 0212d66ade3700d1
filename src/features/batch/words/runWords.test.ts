import { describe, expect, it } from 'vitest'
import { doneWords, estimateWords, progressWords, stoppedWords, takenBackWords } from './runWords.ts'

it.each([
  [
    { done: 7_600, total: 20_000 },
    412,
    '7,600 of 20,000 rows · 412 rows a second · 30 s left · shown so far, in file order',
  ],
  [{ done: 0, total: 20_000 }, null, '0 of 20,000 rows · shown so far, in file order'],
  [{ done: 1, total: 10 }, 0.4, '1 of 10 rows · 0.4 rows a second · 23 s left · shown so far, in file order'],
])('progress %o at %d a second', (progress, perSecond, words) => {
  expect(progressWords(progress, perSecond)).toBe(words)
})

it.each([
  [null, true, 'Stopped. Choose Classify to continue.'],
  [null, false, 'Stopped.'],
  [
    { done: 7_600, total: 20_000 },
    true,
    'Stopped at 7,600 of 20,000 rows. What is done is kept; choose Classify to continue.',
  ],
  [{ done: 7_600, total: 20_000 }, false, 'Stopped at 7,600 of 20,000 rows. What is done is kept.'],
])('stoppedWords of %j, going on: %j', (progress, goesOn, words) => {
  expect(stoppedWords(progress, goesOn)).toBe(words)
})

describe('estimateWords', () => {
  const profile = {
    column: 1,
    above: [],
    language: null,
    withText: 18_240,
    withoutText: 1_760,
    distinct: 18_240,
    characters: 9,
    sample: Array.from({ length: 24 }, () => 'x'),
  }
  it.each([
    [profile, 41_000, '18,240 rows with text. About 41 s on this device, measured on up to 24 of them.'],
    [profile, null, '18,240 rows with text. Measuring how long that takes on this device …'],
    [
      { ...profile, distinct: 9_120 },
      41_000,
      '18,240 rows with text. About 41 s on this device, measured on up to 24 of them. Equal texts are read once, which leaves 9,120.',
    ],
    [
      { ...profile, withText: 1, distinct: 1, sample: ['x'] },
      5,
      '1 row with text. Under a second on this device, measured on one of them.',
    ],
    [{ ...profile, withText: 0, distinct: 0, sample: [] }, null, 'No row has text in this column.'],
  ])('%#', (given, ms, words) => {
    expect(estimateWords(given, ms)).toBe(words)
  })
})

it.each([
  [7_000, 0, 'Done in 7 s: every row with text has been read.'],
  [7_000, 1, 'Done in 7 s: 1 row could not be read, every other row with text has been.'],
  [200, 1_310, 'Done in under a second: 1,310 rows could not be read, every other row with text has been.'],
])('after %d ms, %d rows unreadable', (ms, unreadable, words) => {
  expect(doneWords(ms, unreadable)).toBe(words)
})

it.each([
  [1, /^1 row is read again: /],
  [1250, /^1,250 rows are read again: /],
])('%i rows taken back', (rows, words) => {
  expect(takenBackWords(rows)).toMatch(words)
})
