import type { Services } from '../app/services.ts'
import { createModelPanel } from '../features/model/modelPanel.ts'
import { createTextReader } from '../features/text/textReader.ts'
import { workbenchOnDemand } from '../app/workbenchOnDemand.ts'
import { createFileMemory } from '../table/fileMemory.ts'
import { fakeBatchModel, type FakeBatchModel } from './fakeBatchModel.ts'
import { mapNotebook } from './fakeDevice.ts'
import { reviewTable } from './reviewTable.ts'
import { createWorkbench } from '../workbench/workbench.ts'

export interface FakeServices extends Services {
  model: FakeBatchModel
}

/** What the page is made of, with a model that is ready, a site that has it alone, and nothing stored. */
export function fakeServices(): FakeServices {
  const model = fakeBatchModel()
  const table = reviewTable()
  const memory = createFileMemory(mapNotebook(new Map()))
  const first = { folder: 'https://undertone.example/fake/', name: 'fake', meanings: {} }
  return {
    model,
    panel: createModelPanel({
      model,
      deployment: () => Promise.resolve({ models: [first], first }),
      siteLabels: () => Promise.resolve(['negative', 'neutral', 'positive']),
    }),
    stored: {
      list: () => Promise.resolve({ models: [], settings: null }),
      removeModel: () => Promise.resolve(),
      removeSettings: () => undefined,
    },
    table,
    memory,
    text: createTextReader({ model, fits: table }),
    workbench: workbenchOnDemand(() => Promise.resolve(createWorkbench({ model, table, memory }))),
  }
}
