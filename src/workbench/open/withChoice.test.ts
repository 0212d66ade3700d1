import { expect, it } from 'vitest'
import { withChoice } from './withChoice.ts'

it('changes a choice for the files it is made for', () => {
  const chosen = withChoice([{ header: 3 }, {}, {}], [0, 2], 'encoding', 'utf-16be')
  expect(chosen).toEqual([{ header: 3, encoding: 'utf-16be' }, {}, { encoding: 'utf-16be' }])
})

it('takes a choice back, and tells none from no column names', () => {
  const [own] = withChoice([{ encoding: 'utf-8' }], [0], 'encoding', undefined)
  expect(own?.encoding).toBeUndefined()
  expect(withChoice([{}], [0], 'header', null)).toEqual([{ header: null }])
})
