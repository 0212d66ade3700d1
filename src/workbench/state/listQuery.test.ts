import { describe, expect, it } from 'vitest'
import { ALL_ROWS } from '../../domain/query.ts'
import { queryOf, WHOLE_LIST, type ListQuery } from './listQuery.ts'

describe('the question that a list asks', () => {
  it.each<[string, Partial<ListQuery>, unknown[]]>([
    ['every row', {}, []],
    ['a label', { filter: 'negative' }, [{ kind: 'label', label: 'negative' }]],
    ['a flag', { filter: 'not_sure' }, [{ kind: 'flag', flag: 'not_sure' }]],
    ['rows without an answer', { filter: 'not_classified' }, [{ kind: 'not_classified' }]],
    ['words, trimmed', { search: ' the login ' }, [{ kind: 'phrase', phrase: 'the login' }]],
    ['no words', { search: '  ' }, []],
    [
      'all at once',
      { filter: 'unfit', search: 'a', group: { column: 2, value: '' } },
      [
        { kind: 'flag', flag: 'unfit' },
        { kind: 'phrase', phrase: 'a' },
        { kind: 'group', column: 2, value: '' },
      ],
    ],
  ])('is about %s', (_, chosen, conditions) => {
    expect(queryOf({ ...WHOLE_LIST, ...chosen })).toEqual({ ...ALL_ROWS, conditions })
  })

  it('keeps the order and whether unfit rows count', () => {
    expect(queryOf({ ...WHOLE_LIST, order: 'surest', includeUnfit: true })).toEqual({
      conditions: [],
      order: 'surest',
      includeUnfit: true,
    })
  })
})
