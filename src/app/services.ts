import { createModelPanel, type ModelServices } from '../features/model/modelPanel.ts'
import { createTextReader, type TextReader } from '../features/text/textReader.ts'
import { browserDevice } from '../inference/facade/browserDevice.ts'
import { readDeployment, siteSource, type DeployedModel } from '../inference/package/deployment.ts'
import { createModel } from '../inference/facade/model.ts'
import { browserModelStorage, openModelCache } from '../inference/package/modelStorage.ts'
import { siteLabels } from '../inference/package/siteLabels.ts'
import { startedAhead } from '../inference/pool/startedAhead.ts'
import { spawnGpuWorker, spawnInferenceWorker } from '../inference/pool/spawn.ts'
import { createStoredModels } from '../inference/package/storedModels.ts'
import { importAgain } from '../lib/importAgain.ts'
import { readOnce } from '../lib/readOnce.ts'
import { notebook } from '../lib/notebook.ts'
import { createTableClient, type TableClient } from '../table/client.ts'
import { createFileMemory, FILES_PAGE } from '../table/fileMemory.ts'
import { spawnTableWorker } from '../table/spawn.ts'
import { announceNotices } from './announceNotices.ts'
import { workbenchOnDemand, type WorkbenchOnDemand } from './workbenchOnDemand.ts'
import { workerFacts } from './workerFacts.ts'

/** What the page is made of, built once in `main.tsx`. */
export interface Services extends ModelServices {
  table: TableClient
  /** The text that a person types. */
  text: TextReader
  /** The open file. */
  workbench: WorkbenchOnDemand
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
  const table = createTableClient(spawnTableWorker)
  const memory = createFileMemory(notebook(() => localStorage))
  return {
    model,
    panel: createModelPanel({ model, deployment, siteLabels }),
    stored: createStoredModels({
      openModels: openModelCache,
      settings: () => localStorage,
      notSettings: FILES_PAGE,
    }),
    table,
    memory,
    text: createTextReader({ model, fits: table }),
    workbench: workbenchOnDemand(async () => {
      const { createWorkbench } = await importAgain(() => import('../workbench/workbench.ts'))
      return createWorkbench({ model, table, memory })
    }),
  }
}

/** What a site offers that has no `config.json`. */
function builtIn(): DeployedModel {
  return { folder: addressOf(`models/${__MODEL__}/`), name: __MODEL_TITLE__, meanings: {} }
}

function addressOf(path: string): string {
  return new URL(path, document.baseURI).href
}
