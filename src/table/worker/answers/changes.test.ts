import { expect, it } from 'vitest'
import { Changes } from './changes.ts'

it('tells the blocks of rows that changed since a version', () => {
  const changes = new Changes(5000)
  expect([...changes.since(0)]).toEqual([])
  changes.touch(4999)
  const { version } = changes
  changes.touch(0)
  changes.touch(1024)
  changes.touch(1025)
  expect([[...changes.since(version)], [...changes.since(0)]]).toEqual([
    [0, 1],
    [0, 1, 4],
  ])
  changes.touchAll()
  expect([...changes.since(changes.version - 1)]).toEqual([0, 1, 2, 3, 4])
  expect([...changes.since(changes.version)]).toEqual([])
})
