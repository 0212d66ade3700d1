import { fromFailure, UndertoneError } from '../domain/errors.ts'
import { createRemote } from '../lib/remote.ts'
import { startSealedWorker } from '../lib/sealedWorker.ts'
import type { SpawnTable } from './client.ts'
import type { Calls } from './protocol.ts'
import workerUrl from './worker/main.ts?worker&url'

export const spawnTableWorker: SpawnTable = (onDeath) => {
  const worker = startSealedWorker(new URL(workerUrl, import.meta.url).href, 'undertone-table')
  const remote = createRemote<Calls>(worker, fromFailure)
  let alive = true
  const die = (message: string): void => {
    if (!alive) return
    alive = false
    worker.terminate()
    remote.close(new UndertoneError('table-lost', message))
    onDeath()
  }
  worker.addEventListener('error', (event) => {
    event.preventDefault()
    die(event.message || 'the data worker could not start')
  })
  worker.addEventListener('messageerror', () => die('a message could not be read'))
  return remote
}
