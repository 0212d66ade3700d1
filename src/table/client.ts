import { UndertoneError } from '../domain/errors.ts'
import type { CallOptions, Remote } from '../lib/remote.ts'
import type { Calls } from './protocol.ts'

type Method<Name extends keyof Calls> = (
  input: Calls[Name][0],
  options?: CallOptions,
) => Promise<Calls[Name][1]>

/** The data worker as the page knows it: every question of `Calls` as a method. Failures are `UndertoneError`s. */
export type TableClient = { readonly [Name in Exclude<keyof Calls, 'ping'>]: Method<Name> } & {
  /** Starts the worker, asking nothing: it is there when a file comes, even if the network is gone by then. */
  start(): void
}

/** Starts a data worker. One that dies rejects its calls with `table-lost` and then calls `onDeath` once. */
export type SpawnTable = (onDeath: () => void) => Remote<Calls>

/**
 * The worker starts with `start` or the first call. The rows of one that died are lost: until files are opened anew, in a fresh
 * worker, every call is rejected with `table-lost`.
 */
export function createTableClient(spawn: SpawnTable): TableClient {
  let remote: Remote<Calls> | null = null
  let lost = false

  function worker(): Remote<Calls> {
    remote ??= spawn(() => {
      remote = null
      lost = true
    })
    return remote
  }

  function method<Name extends keyof Calls>(name: Name): Method<Name> {
    return (input, options) => {
      if (name === 'open') lost = false
      if (lost && name !== 'peek' && name !== 'fit')
        return Promise.reject(new UndertoneError('table-lost', `${name}: the data worker died`))
      return worker().call(name, input, options)
    }
  }

  return {
    start: () => void worker(),
    peek: method('peek'),
    open: method('open'),
    setDateFormat: method('setDateFormat'),
    exportSkipped: method('exportSkipped'),
    profile: method('profile'),
    chooseText: method('chooseText'),
    useModel: method('useModel'),
    pending: method('pending'),
    record: method('record'),
    markUnreadable: method('markUnreadable'),
    confirm: method('confirm'),
    forget: method('forget'),
    forgetAll: method('forgetAll'),
    summary: method('summary'),
    breakdown: method('breakdown'),
    slice: method('slice'),
    detail: method('detail'),
    correct: method('correct'),
    export: method('export'),
    exportProgress: method('exportProgress'),
    fit: method('fit'),
  }
}
