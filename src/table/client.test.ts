import { expect, it } from 'vitest'
import { ALL_ROWS } from '../domain/query.ts'
import { UndertoneError } from '../domain/errors.ts'
import type { Remote } from '../lib/remote.ts'
import { createTableClient } from './client.ts'
import type { Calls } from './protocol.ts'

/** A worker that never answers. */
function silentRemote(): Remote<Calls> {
  const reject: ((reason: Error) => void)[] = []
  return {
    call: () => new Promise((_resolve, fail) => reject.push(fail)),
    close: (reason) => {
      for (const fail of reject) fail(reason)
    },
    pending: 0,
    lastHeard: 0,
  }
}

/** A client whose workers never answer, and the workers it started. */
function silentClient() {
  const workers: { remote: Remote<Calls>; onDeath: () => void }[] = []
  const client = createTableClient((onDeath) => {
    const remote = silentRemote()
    workers.push({ remote, onDeath })
    return remote
  })
  const killLast = (): void => {
    workers.at(-1)?.remote.close(new UndertoneError('table-lost', 'killed'))
    workers.at(-1)?.onDeath()
  }
  return { client, workers, killLast }
}

it('starts one worker, with the first call', () => {
  const { client, workers } = silentClient()
  expect(workers).toHaveLength(0)
  void client.summary({ query: ALL_ROWS })
  void client.detail({ row: 0 })
  expect(workers).toHaveLength(1)
})

it('rejects what waits when the worker dies', async () => {
  const { client, killLast } = silentClient()
  const waiting = [client.summary({ query: ALL_ROWS }), client.detail({ row: 0 })]
  killLast()
  for (const call of waiting) await expect(call).rejects.toMatchObject({ code: 'table-lost' })
})

it('asks no empty worker about rows that are lost', async () => {
  const { client, workers, killLast } = silentClient()
  client.summary({ query: ALL_ROWS }).catch(() => undefined)
  killLast()
  await expect(client.summary({ query: ALL_ROWS })).rejects.toMatchObject({ code: 'table-lost' })
  expect(workers).toHaveLength(1)
})

it('opens files anew in a fresh worker', () => {
  const { client, workers, killLast } = silentClient()
  client.summary({ query: ALL_ROWS }).catch(() => undefined)
  killLast()
  void client.open({ files: [] })
  void client.summary({ query: ALL_ROWS })
  expect(workers).toHaveLength(2)
})

it('tells of texts whether they fit, whatever became of the rows', () => {
  const { client, workers, killLast } = silentClient()
  client.summary({ query: ALL_ROWS }).catch(() => undefined)
  killLast()
  void client.fit({ texts: ['good'] })
  expect(workers).toHaveLength(2)
})
