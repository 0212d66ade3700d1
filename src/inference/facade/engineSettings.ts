import { asRecord } from '../../lib/json.ts'
import type { Notebook } from '../../lib/notebook.ts'
import type { Preferred } from '../gpu/candidate.ts'

/** What a person chose for the engine. */
export interface EngineSettings {
  preferred: Preferred
  /** Inference workers for a batch, 1 or more; `auto` follows the device. */
  workers: number | 'auto'
}

const PAGE = 'undertone.engine'
const VERSION = 1
const AUTOMATIC: EngineSettings = { preferred: 'auto', workers: 'auto' }
const PREFERENCES: readonly Preferred[] = ['auto', 'wasm', 'webgpu']

/** As chosen on an earlier visit; automatic where nothing or nothing readable was kept. */
export function readSettings(notebook: Notebook): EngineSettings {
  return notebook.read(PAGE, parseSettings) ?? AUTOMATIC
}

export function keepSettings(notebook: Notebook, settings: EngineSettings): void {
  notebook.write(PAGE, { version: VERSION, ...settings })
}

function parseSettings(json: unknown): EngineSettings {
  const root = asRecord(json, 'settings')
  if (root['version'] !== VERSION) throw new TypeError('settings of another version')
  const preferred = PREFERENCES.find((known) => known === root['preferred'])
  const workers = root['workers']
  if (preferred === undefined) throw new TypeError('settings.preferred is none of ours')
  if (workers === 'auto') return { preferred, workers }
  if (typeof workers !== 'number' || !Number.isInteger(workers) || workers < 1) {
    throw new TypeError('settings.workers must be a whole number from 1')
  }
  return { preferred, workers }
}
