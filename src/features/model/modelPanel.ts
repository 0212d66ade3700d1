import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Model } from '../../inference/facade/model.ts'
import type { PlacedFile } from '../../inference/package/localFolder.ts'
import type { StoredModels } from '../../inference/package/storedModels.ts'
import type { FileMemory } from '../../table/fileMemory.ts'
import { createModelChoice, type ModelChoice, type ModelChoiceOptions } from './modelChoice.ts'

/** Model details from outside: its button opens it, and so does a model that is dropped on the page. */
export interface ModelPanel {
  readonly state: StoreApi<{ open: boolean }>
  /** Which model answers. */
  readonly choice: ModelChoice
  open: () => void
  close: () => void
  /** Files of this device that are meant as a model: asks in the panel what its labels mean. */
  offer: (files: readonly PlacedFile[]) => void
  /** Files of this device that could not be read: the panel says so. */
  refuse: (reason: unknown) => void
}

/** What Model details works with; tests pass fakes. */
export interface ModelServices {
  model: Model
  panel: ModelPanel
  stored: StoredModels
  /** How files were read on earlier visits. */
  memory: FileMemory
}

export function createModelPanel(options: ModelChoiceOptions): ModelPanel {
  const state = createStore(() => ({ open: false }))
  const choice = createModelChoice(options)
  const open = (): void => state.setState({ open: true })
  return {
    state,
    choice,
    open,
    close: () => state.setState({ open: false }),
    offer(files) {
      open()
      void choice.offerLocal(files)
    },
    refuse(reason) {
      open()
      choice.refuse(reason)
    },
  }
}
