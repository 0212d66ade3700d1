import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { watchDrops } from './app/fileDrops.ts'
import './app/global.css'
import { publishApi } from './app/publicApi.ts'
import { createServices } from './app/services.ts'
import { createShell } from './app/shell.ts'
import { VIEWS } from './app/views.tsx'

const services = createServices()
const shell = createShell(services, VIEWS)
const dragging = watchDrops(document, {
  onFiles: shell.openFiles,
  onModel: services.panel.offer,
  onUnreadable: services.panel.refuse,
})
publishApi(services.model, services.table)
// Model status tells when this fails and offers to try again.
services.model.load().then(shell.preload, () => undefined)

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <App services={services} shell={shell} dragging={dragging} />
  </StrictMode>,
)
