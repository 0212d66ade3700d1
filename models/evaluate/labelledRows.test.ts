import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { collect } from '../../src/testing/collect.ts'
import { evenly, labelledRows, type LabelledRow } from './labelledRows.ts'
import type { RawRow } from './rawRow.ts'
import { survey } from './survey.ts'

function rows(...given: Partial<RawRow>[]): () => AsyncGenerator<RawRow> {
  return async function* () {
    await Promise.resolve()
    for (const [index, row] of given.entries()) {
      yield { line: index + 1, text: 'Fine', label: '0', classes: null, source: null, domain: null, ...row }
    }
  }
}

async function choose(read: () => AsyncGenerator<RawRow>, limit = Infinity): Promise<LabelledRow[]> {
  return collect(labelledRows(read(), 'file', await survey(read(), 'file', null), limit))
}

describe('evenly', () => {
  it.each([
    { count: 10, limit: 5, taken: [0, 2, 4, 6, 8] },
    { count: 7, limit: 3, taken: [0, 2, 4] },
    { count: 3, limit: 5, taken: [0, 1, 2] },
  ])('takes $limit of $count: $taken', ({ count, limit, taken }) => {
    const take = evenly(count, limit)
    expect(Array.from({ length: count }, (_, index) => index).filter(() => take())).toEqual(taken)
  })

  it('takes as many as it may, never two gaps that differ by more than one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 400 }), (count, limit) => {
        const take = evenly(count, limit)
        const taken = Array.from({ length: count }, (_, index) => index).filter(() => take())
        expect(taken).toHaveLength(Math.min(count, limit))
        const gaps = taken.slice(1).map((place, index) => place - (taken[index] ?? 0))
        if (gaps.length > 0) expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThanOrEqual(1)
      }),
    )
  })
})

describe('rows to be judged', () => {
  it('are cleaned and carry their label, source and domain', async () => {
    const read = rows(
      { text: 'Great<br>fun', label: '2', classes: 3, source: 'shop', domain: 'products' },
      { text: 'Bad', label: '0', classes: 2, source: 'films' },
    )
    expect(await choose(read)).toEqual([
      { text: 'Great\nfun', label: 'positive', twoClasses: false, source: 'shop', domain: 'products' },
      { text: 'Bad', label: 'negative', twoClasses: true, source: 'films', domain: null },
    ])
  })

  it('belong to a source of two classes when it has no neutral row and does not say', async () => {
    const read = rows(
      { label: 'positive', source: 'a' },
      { label: 'negative', source: 'a' },
      { label: 'neutral', source: 'b' },
    )
    expect((await choose(read)).map(({ source, twoClasses }) => [source, twoClasses])).toEqual([
      ['a', true],
      ['a', true],
      ['b', false],
    ])
  })

  it('are so many of each source as are asked for, spread over the file', async () => {
    const read = rows(
      ...Array.from({ length: 9 }, (_, index) => ({ label: `${index % 3}`, text: `t${index}` })),
    )
    expect((await choose(read, 3)).map(({ text }) => text)).toEqual(['t0', 't3', 't6'])
  })

  it('are not neutral where their source has two classes', async () => {
    const read = rows({ label: '1', classes: 2 }, { label: '2', classes: 2 })
    await expect(choose(read)).rejects.toThrow('line 1')
  })
})

describe('a survey', () => {
  it('says which rows are left out, and where the first one is', async () => {
    const read = rows(
      { label: '2' },
      { text: ' ', line: 5 },
      { text: null, line: 6 },
      { label: '7', line: 7 },
      { label: '7', line: 9 },
      { text: '\u200B', line: 11 },
    )
    const { leftOut, sources } = await survey(read(), 'file', 'labels')
    expect(leftOut).toEqual([
      { reason: 'no text', rows: 2, firstLine: 5 },
      { reason: 'not readable', rows: 1, firstLine: 6 },
      { reason: 'no label', rows: 2, firstLine: 7 },
    ])
    expect(sources.get('file')?.rows).toBe(1)
  })

  it('takes numbers of rows in the documented shape as labels', async () => {
    expect((await survey(rows({ label: '1', classes: 3 })(), 'file', null)).scale).toBe('labels')
  })

  it('fails when no row can be judged', async () => {
    await expect(survey(rows({ text: '' })(), 'file', null)).rejects.toThrow('no row with a text')
    await expect(survey(rows({ label: 'x' })(), 'file', 'stars')).rejects.toThrow('a text and a label')
  })
})
