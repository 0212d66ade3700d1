import { useStore } from 'zustand'
import { ModelChooser } from './ModelChooser.tsx'
import type { Services } from './services.ts'
import { StoredModels } from './StoredModels.tsx'

/** In Model details: which model answers, and what of the models is stored. */
export function OtherModels({ services }: { services: Pick<Services, 'model' | 'choice' | 'stored'> }) {
  const { model, choice, stored } = services
  const status = useStore(model.state)
  const { models, inUse } = useStore(choice.state)
  return (
    <>
      <ModelChooser choice={choice} status={status} />
      <StoredModels
        stored={stored}
        deployed={models}
        inUse={inUse?.kind === 'site' ? inUse.folder : null}
        changed={status.status}
      />
    </>
  )
}
