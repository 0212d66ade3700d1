import { useState } from 'react'
import { useStore } from 'zustand'
import { ModelStatus } from '../features/model/ModelStatus.tsx'
import { Announcer } from '../ui/Announcer.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { DropOverlay } from './DropOverlay.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import type { Dragging } from './fileDrops.ts'
import { HowToCheck } from './HowToCheck.tsx'
import { Logo } from './Logo.tsx'
import type { Services } from './services.ts'
import type { Shell } from './shell.ts'

interface Props {
  services: Services
  shell: Shell
  dragging: Dragging
}

export function App({ services, shell, dragging }: Props) {
  const { shown, visited } = useStore(shell.state)
  const [checking, setChecking] = useState(false)
  const tabs = shell.views.map(({ name, label, Panel }) => ({
    value: name,
    label,
    panel: visited.has(name) && (
      <ErrorBoundary>
        <Panel services={services} onFiles={shell.openFiles} onHowToCheck={() => setChecking(true)} />
      </ErrorBoundary>
    ),
  }))
  return (
    <>
      <Tabs
        label="Views"
        value={shown}
        onChange={shell.show}
        start={<Logo />}
        end={<ModelStatus services={services} />}
        tabs={tabs}
      />
      <DropOverlay state={dragging} />
      <HowToCheck open={checking} onClose={() => setChecking(false)} />
      <Announcer />
    </>
  )
}
