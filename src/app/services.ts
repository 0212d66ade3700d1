import { createModel, type Model } from '../inference/model.ts'
import { browserModelStorage } from '../inference/modelStorage.ts'
import { spawnInferenceWorker } from '../inference/spawn.ts'
import { createTableClient, type TableClient } from '../table/client.ts'
import { spawnTableWorker } from '../table/spawn.ts'
import { workersFor } from './workersFor.ts'

/** What the page is made of, built once in `main.tsx`. */
export interface Services {
  model: Model
  table: TableClient
}

export function createServices(): Services {
  return {
    model: createModel({
      source: () =>
        Promise.resolve({ kind: 'site', folder: new URL(`models/${__MODEL__}/`, document.baseURI).href }),
      storage: browserModelStorage(),
      spawn: spawnInferenceWorker,
      maxWorkers: workersFor(navigator.hardwareConcurrency, deviceMemory()),
    }),
    table: createTableClient(spawnTableWorker),
  }
}

/** GiB, rounded by the browser; Chromium only. */
function deviceMemory(): number | undefined {
  const memory: unknown = Reflect.get(navigator, 'deviceMemory')
  return typeof memory === 'number' ? memory : undefined
}
