import { expect, it } from 'vitest'
import { TABLE_READING } from '../../../testing/tableReading.ts'
import { readingGroups } from './readingGroups.ts'

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
