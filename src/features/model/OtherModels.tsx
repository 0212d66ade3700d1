import { useStore } from 'zustand'
import { ModelChooser } from './ModelChooser.tsx'
import type { ModelServices } from './modelPanel.ts'
import { StoredModels } from './StoredModels.tsx'

/** In Model details: which model answers, and what is stored. */
export function OtherModels({ services }: { services: ModelServices }) {
  const { model, panel, stored, memory } = services
  const status = useStore(model.state)
  const { models, inUse } = useStore(panel.choice.state)
  return (
    <>
      <ModelChooser choice={panel.choice} status={status} />
      <StoredModels
        stored={stored}
        memory={memory}
        deployed={models}
        inUse={inUse?.kind === 'site' ? inUse.folder : null}
        changed={status.status}
      />
    </>
  )
}
