import { expect, it, vi } from 'vitest'
import { fakeEngine, fakeLogits } from '../../testing/fakeEngine.ts'
import { testSpawn } from '../../testing/connect.ts'
import { startedAhead } from './startedAhead.ts'

it('starts one worker before anyone asks, hands it out once, and then starts fresh ones', async () => {
  const { spawn, workers } = testSpawn(() => fakeEngine())
  const ahead = startedAhead(spawn)
  expect(workers).toHaveLength(1)
  const first = ahead(vi.fn())
  expect(first).toBe(workers[0])
  expect(workers).toHaveLength(1)
  expect(await first.remote.call('classify', { texts: ['a'] })).toEqual([fakeLogits('a')])
  expect(ahead(vi.fn())).toBe(workers[1])
})

it('tells whoever has the worker of its death', () => {
  const { spawn, workers } = testSpawn(() => fakeEngine())
  const onDeath = vi.fn()
  startedAhead(spawn)(onDeath)
  workers[0]?.kill()
  expect(onDeath).toHaveBeenCalledOnce()
})

it('hands out another one when the first died while it waited', () => {
  const { spawn, workers } = testSpawn(() => fakeEngine())
  const ahead = startedAhead(spawn)
  workers[0]?.kill()
  expect(ahead(vi.fn())).toBe(workers[1])
})
