import { browserDevice } from '../inference/browserDevice.ts'
import { createModel, type Model } from '../inference/model.ts'
import { browserModelStorage } from '../inference/modelStorage.ts'
import { spawnGpuWorker, spawnInferenceWorker } from '../inference/spawn.ts'
import { createTableClient, type TableClient } from '../table/client.ts'
import { spawnTableWorker } from '../table/spawn.ts'
import { workerFacts } from './workerFacts.ts'

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
      spawnGpu: spawnGpuWorker,
      device: browserDevice(workerFacts()),
    }),
    table: createTableClient(spawnTableWorker),
  }
}
