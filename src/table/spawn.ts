import { fromFailure, UndertoneError } from '../domain/errors.ts'
import { startLiveWorker } from '../lib/liveWorker.ts'
import type { SpawnTable } from './client.ts'
import type { Calls } from './protocol.ts'
import workerUrl from './worker/main.ts?worker&url'

export const spawnTableWorker: SpawnTable = (onDeath) =>
  startLiveWorker<Calls>({
    scriptUrl: new URL(workerUrl, import.meta.url).href,
    name: 'undertone-table',
    fromFailure,
    deathOf: (message) => new UndertoneError('table-lost', message),
    onDeath,
  }).remote
