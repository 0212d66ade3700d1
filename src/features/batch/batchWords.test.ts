import { describe, expect, it } from 'vitest'
import { perLabel } from '../../domain/labels.ts'
import type { Summary } from '../../domain/summary.ts'
import type { OpenTable } from '../../table/protocol.ts'
import { TABLE_READING } from '../../testing/tableReading.ts'
import {
  accountWords,
  breakdownNote,
  doneWords,
  estimateWords,
  fileFacts,
  fileNames,
  overTimeNote,
  pageWords,
  progressWords,
  stoppedWords,
  summaryWords,
} from './batchWords.ts'

const DONE: Summary = {
  rows: 20_000,
  withoutText: 1_760,
  classified: 18_240,
  waiting: 0,
  unreadable: 0,
  unfit: { otherLanguage: 0, tooShort: 0 },
  languageUnknown: 0,
  unconfirmed: 0,
  corrected: 0,
  byLabel: {
    negative: { rows: 7_478, notSure: 912 },
    neutral: { rows: 2_189, notSure: 365 },
    positive: { rows: 8_573, notSure: 365 },
  },
}

const said = (summary: Summary): string =>
  summaryWords(summary)
    .map(({ text }) => text)
    .join('')

describe('summaryWords', () => {
  it('says the whole in one sentence', () => {
    expect(said(DONE)).toBe(
      '18,240 of 20,000 rows have text: 41 % negative, 12 % neutral, 47 % positive; 9 % not sure.',
    )
  })

  it('speaks of one row', () => {
    const one = { rows: 1, notSure: 0 }
    const none = { rows: 0, notSure: 0 }
    const single = {
      ...DONE,
      rows: 1,
      classified: 1,
      withoutText: 0,
      byLabel: { negative: none, neutral: none, positive: one },
    }
    expect(said(single)).toMatch(/^1 of 1 row has text: /)
    expect(said({ ...single, rows: 5, withoutText: 4, classified: 0 })).toBe('1 of 5 rows has text.')
  })

  it('says how far it is while rows wait', () => {
    const halfway = { ...DONE, classified: 7_600, waiting: 10_640 }
    expect(said(halfway)).toMatch(/^7,600 of 18,240 rows with text, shown so far: 41 % negative/)
  })

  it('guesses nothing before the first answer', () => {
    const none = {
      ...DONE,
      classified: 0,
      waiting: 18_240,
      byLabel: perLabel(() => ({ rows: 0, notSure: 0 })),
    }
    expect(said(none)).toBe('18,240 of 20,000 rows have text.')
  })

  it('says how many it counts where labels are left out, and shares of those', () => {
    const counted = { negative: { rows: 30, notSure: 1 }, neutral: { rows: 10, notSure: 4 } }
    const some = { ...DONE, byLabel: { ...counted, positive: { rows: 60, notSure: 0 } } }
    expect(said(some)).toBe(
      '18,240 of 20,000 rows have text, 100 of them counted: 30 % negative, 10 % neutral, 60 % positive; 5 % not sure.',
    )
    expect(said({ ...some, classified: 7_600, waiting: 10_640 })).toMatch(
      /^7,600 of 18,240 rows with text, shown so far, 100 of them counted: 30 % negative/,
    )
    const none = { ...DONE, byLabel: perLabel(() => ({ rows: 0, notSure: 0 })) }
    expect(said(none)).toBe('18,240 of 20,000 rows have text, none of them counted.')
  })
})

describe('accountWords', () => {
  it.each([
    [DONE, 'Read 20,000 = 18,240 classified + 1,760 without text.'],
    [
      { ...DONE, classified: 18_000, waiting: 239, unreadable: 1 },
      'Read 20,000 = 18,000 classified + 1,760 without text + 1 unreadable + 239 waiting.',
    ],
  ])('accounts for every row', (summary, words) => {
    expect(accountWords(summary)).toBe(words)
  })
})

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

describe('files', () => {
  const file = (name: string, encoding: string, delimiter: ';' | ',') => ({
    name,
    source: 0,
    encoding,
    delimiter,
    rows: 1,
    bytes: 1,
    undecodable: 0,
    reading: TABLE_READING,
    ragged: { short: 0, long: 0 },
    unguarded: 0,
  })
  const table = (files: OpenTable['files']): OpenTable => ({
    files,
    archives: [],
    rows: 2_000,
    columns: [],
    textColumn: null,
    roles: [],
    preview: [],
    previewNumbers: [],
    skipped: [],
    skippedCount: 0,
  })

  it('names them', () => {
    expect(fileNames([file('a.csv', 'UTF-8', ',')])).toBe('a.csv')
    expect(
      fileNames([file('a.csv', 'UTF-8', ','), file('b.csv', 'UTF-8', ','), file('c.csv', 'UTF-8', ',')]),
    ).toBe('a.csv and 2 more')
  })

  it('says each way of reading once', () => {
    expect(fileFacts(table([file('a', 'UTF-8', ';'), file('b', 'UTF-8', ';')]))).toBe(
      '2,000 rows · UTF-8 · semicolon',
    )
    expect(fileFacts(table([file('a', 'UTF-8', ';'), file('b', 'UTF-16 LE', ',')]))).toBe(
      '2,000 rows · UTF-8 and UTF-16 LE · semicolon and comma',
    )
  })
})

it.each([
  [0, 18_240, 'Rows 1–100 of 18,240'],
  [182, 18_240, 'Rows 18,201–18,240 of 18,240'],
  [0, 3, 'Rows 1–3 of 3'],
  [0, 0, 'No rows'],
])('page %d of %d rows', (page, matching, words) => {
  expect(pageWords(page, 100, matching)).toBe(words)
})

it('says how dates were read, and nothing for values', () => {
  expect(breakdownNote({ column: 0, by: 'week', dateFormat: 'dd/MM/yyyy', ordered: true, groups: [] })).toBe(
    'By week. Dates read as dd/MM/yyyy.',
  )
  expect(breakdownNote({ column: 0, by: 'value', dateFormat: null, ordered: false, groups: [] })).toBeNull()
})

it.each([
  [
    { unit: 'week', span: 1, undated: 0 } as const,
    'dd/MM/yyyy',
    'Each point is a week of rows; the band is its 95 % interval, wide where rows are few. Dates read as dd/MM/yyyy.',
  ],
  [
    { unit: 'day', span: 7, undated: 1 } as const,
    null,
    'Each point is 7 days of rows; the band is its 95 % interval, wide where rows are few. 1 row without a date is left out.',
  ],
  [
    { unit: 'month', span: 3, undated: 1_200 } as const,
    null,
    'Each point is 3 months of rows; the band is its 95 % interval, wide where rows are few. 1,200 rows without a date are left out.',
  ],
])('says what a point in time is: %o', (timeline, dateFormat, words) => {
  expect(overTimeNote({ ...timeline, points: [] }, dateFormat)).toBe(words)
})

it.each([
  [7_000, 0, 'Done in 7 s: every row with text has been read.'],
  [7_000, 1, 'Done in 7 s: 1 row could not be read, every other row with text has been.'],
  [200, 1_310, 'Done in under a second: 1,310 rows could not be read, every other row with text has been.'],
])('after %d ms, %d rows unreadable', (ms, unreadable, words) => {
  expect(doneWords(ms, unreadable)).toBe(words)
})
