import { browserDevice } from '../inference/facade/browserDevice.ts'
import { readDeployment, type DeployedModel } from '../inference/package/deployment.ts'
import { createModel, type Model } from '../inference/facade/model.ts'
import { browserModelStorage, openModelCache } from '../inference/package/modelStorage.ts'
import { siteLabels } from '../inference/package/siteLabels.ts'
import { startedAhead } from '../inference/pool/startedAhead.ts'
import { spawnGpuWorker, spawnInferenceWorker } from '../inference/pool/spawn.ts'
import { createStoredModels, type StoredModels } from '../inference/package/storedModels.ts'
import { readOnce } from '../lib/readOnce.ts'
import { notebook } from '../lib/notebook.ts'
import { createTableClient, type TableClient } from '../table/client.ts'
import { createFileMemory, FILES_PAGE, type FileMemory } from '../table/fileMemory.ts'
import { spawnTableWorker } from '../table/spawn.ts'
import { announceNotices } from './announceNotices.ts'
import { createModelChoice, siteSource, type ModelChoice } from './modelChoice.ts'
import { workerFacts } from './workerFacts.ts'

/** What the page is made of, built once in `main.tsx`. */
export interface Services {
  model: Model
  /** Which model that is. */
  choice: ModelChoice
  stored: StoredModels
  table: TableClient
  /** How files were read on earlier visits. */
  memory: FileMemory
}

export function createServices(): Services {
  const storage = browserModelStorage()
  const deployment = readOnce(() =>
    readDeployment({ url: addressOf('config.json'), builtIn: builtIn(), storage }),
  )
  const model = createModel({
    source: async () => siteSource((await deployment()).first),
    storage,
    spawn: startedAhead(spawnInferenceWorker),
    spawnGpu: spawnGpuWorker,
    device: browserDevice(workerFacts()),
  })
  announceNotices(model)
  return {
    model,
    choice: createModelChoice({ model, deployment, siteLabels }),
    stored: createStoredModels({
      openModels: openModelCache,
      settings: () => localStorage,
      notSettings: FILES_PAGE,
    }),
    table: createTableClient(spawnTableWorker),
    memory: createFileMemory(notebook(() => localStorage)),
  }
}

/** What a site offers that has no `config.json`. */
function builtIn(): DeployedModel {
  return { folder: addressOf(`models/${__MODEL__}/`), name: __MODEL_TITLE__, meanings: {} }
}

function addressOf(path: string): string {
  return new URL(path, document.baseURI).href
}
