import { useStore } from 'zustand'
import { ModelChooser } from './ModelChooser.tsx'
import type { Services } from './services.ts'
import { StoredModels } from './StoredModels.tsx'

/** In Model details: which model answers, and what is stored. */
export function OtherModels({
  services,
}: {
  services: Pick<Services, 'model' | 'choice' | 'stored' | 'memory'>
}) {
  const { model, choice, stored, memory } = services
  const status = useStore(model.state)
  const { models, inUse } = useStore(choice.state)
  return (
    <>
      <ModelChooser choice={choice} status={status} />
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
