import type { CallOptions, Remote } from '../lib/remote.ts'
import type { Calls } from './protocol.ts'

/** The data worker as the page knows it: every call of `Calls` as a method. Failures are `UndertoneError`s. */
export type TableClient = {
  readonly [Name in keyof Calls]: (input: Calls[Name][0], options?: CallOptions) => Promise<Calls[Name][1]>
}

/** Starts a data worker. One that dies rejects its calls with `table-lost` and then calls `onDeath` once. */
export type SpawnTable = (onDeath: () => void) => Remote<Calls>

/**
 * The worker starts with the first call. One that died is replaced with the next call; its rows are lost, so the
 * files must be opened again.
 */
export function createTableClient(spawn: SpawnTable): TableClient {
  let remote: Remote<Calls> | null = null

  function worker(): Remote<Calls> {
    remote ??= spawn(() => {
      remote = null
    })
    return remote
  }

  return {
    open: (input, options) => worker().call('open', input, options),
    chooseText: (input, options) => worker().call('chooseText', input, options),
    setCalibration: (input, options) => worker().call('setCalibration', input, options),
    pending: (input, options) => worker().call('pending', input, options),
    record: (input, options) => worker().call('record', input, options),
    markUnreadable: (input, options) => worker().call('markUnreadable', input, options),
    summary: (input, options) => worker().call('summary', input, options),
    breakdown: (input, options) => worker().call('breakdown', input, options),
    slice: (input, options) => worker().call('slice', input, options),
    detail: (input, options) => worker().call('detail', input, options),
    export: (input, options) => worker().call('export', input, options),
  }
}
