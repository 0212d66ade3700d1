import { useState } from 'react'
import { TextView } from '../features/text/TextView.tsx'
import type { PlacedFile } from '../inference/package/localFolder.ts'
import { Announcer } from '../ui/Announcer.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { BatchPart } from './BatchPart.tsx'
import { DropTarget } from './DropTarget.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { HowToCheck } from './HowToCheck.tsx'
import { Logo } from './Logo.tsx'
import { openModelPanel } from './modelPanel.ts'
import { ModelStatus } from './ModelStatus.tsx'
import { OtherModels } from './OtherModels.tsx'
import type { Services } from './services.ts'

type TabName = 'text' | 'batch'

interface Props {
  services: Services
}

export function App({ services }: Props) {
  const [tab, setTab] = useState<TabName>('text')
  const [visited, setVisited] = useState(false)
  const [checking, setChecking] = useState(false)

  function show(next: TabName): void {
    setTab(next)
    if (next === 'batch') setVisited(true)
  }

  function open(files: readonly File[]): void {
    show('batch')
    services.workbench.offerFiles(files)
  }

  function offerModel(files: readonly PlacedFile[]): void {
    openModelPanel()
    void services.choice.offerLocal(files)
  }

  function refuseModel(reason: unknown): void {
    openModelPanel()
    services.choice.refuse(reason)
  }

  return (
    <>
      <Tabs
        label="Views"
        value={tab}
        onChange={show}
        start={<Logo />}
        end={
          <ModelStatus model={services.model}>
            <OtherModels services={services} />
          </ModelStatus>
        }
        tabs={[
          {
            value: 'text',
            label: 'Text',
            panel: (
              <ErrorBoundary>
                <TextView
                  model={services.model}
                  fits={services.table}
                  onFiles={open}
                  onHowToCheck={() => setChecking(true)}
                />
              </ErrorBoundary>
            ),
          },
          {
            value: 'batch',
            label: 'Batch',
            panel: visited && (
              <ErrorBoundary>
                <BatchPart workbench={services.workbench} />
              </ErrorBoundary>
            ),
          },
        ]}
      />
      <DropTarget onFiles={open} onModel={offerModel} onUnreadable={refuseModel} />
      <HowToCheck open={checking} onClose={() => setChecking(false)} />
      <Announcer />
    </>
  )
}
