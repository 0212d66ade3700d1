import type { Model } from '../inference/facade/model.ts'
import type { TableClient } from '../table/client.ts'
import type { FileMemory } from '../table/fileMemory.ts'

/** What the workbench works with; tests pass others. */
export interface WorkbenchServices {
  model: Model
  table: TableClient
  /** How files were read on earlier visits. */
  memory: FileMemory
}
