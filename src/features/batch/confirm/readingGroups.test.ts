import { expect, it } from 'vitest'
import { TABLE_READING } from '../../../testing/tableReading.ts'
import { readingGroups, withChoice } from './readingGroups.ts'

const file = (name: string, source: number, encoding = 'utf-8') => ({
  name,
  source,
  bytes: 1,
  encoding,
  delimiter: ',',
  undecodable: 2,
  reading: {
    ...TABLE_READING,
    encoding: { value: encoding, reason: name, chosen: false, alternatives: [] },
  },
})

it('puts files together that are read alike, whatever the reason', () => {
  const groups = readingGroups([file('a', 0), file('b', 1, 'utf-16le'), file('c', 2), file('d: e', 2)])
  expect(groups.map(({ names, sources, undecodable }) => [names, sources, undecodable])).toEqual([
    [['a', 'c', 'd: e'], [0, 2], 6],
    [['b'], [1], 2],
  ])
})

it('changes a choice for the files it is made for', () => {
  const chosen = withChoice([{ header: 3 }, {}, {}], [0, 2], 'encoding', 'utf-16be')
  expect(chosen).toEqual([{ header: 3, encoding: 'utf-16be' }, {}, { encoding: 'utf-16be' }])
})

it('takes a choice back, and tells none from no column names', () => {
  const [own] = withChoice([{ encoding: 'utf-8' }], [0], 'encoding', undefined)
  expect(own?.encoding).toBeUndefined()
  expect(withChoice([{}], [0], 'header', null)).toEqual([{ header: null }])
})
