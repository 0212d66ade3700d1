import type { Model } from '../../inference/facade/model.ts'
import type { TableClient } from '../../table/client.ts'
import type { FileMemory } from '../../table/fileMemory.ts'

/** What the Batch view's use cases work with; tests pass fakes. */
export interface BatchServices {
  model: Model
  table: TableClient
  /** How files were read on earlier visits. */
  memory: FileMemory
}
