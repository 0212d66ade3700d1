import { expect, it } from 'vitest'
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

it('starts a worker with the first call and another one after it died', async () => {
  const workers: { remote: Remote<Calls>; onDeath: () => void }[] = []
  const client = createTableClient((onDeath) => {
    const remote = silentRemote()
    workers.push({ remote, onDeath })
    return remote
  })
  expect(workers).toHaveLength(0)

  const waiting = [client.summary(null), client.detail({ row: 0 })]
  expect(workers).toHaveLength(1)
  workers[0]?.remote.close(new UndertoneError('worker-crashed', 'killed'))
  workers[0]?.onDeath()
  for (const call of waiting) await expect(call).rejects.toMatchObject({ code: 'worker-crashed' })

  void client.summary(null)
  expect(workers).toHaveLength(2)
})
