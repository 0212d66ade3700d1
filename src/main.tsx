import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { preloadBatch } from './app/fetchBatchView.ts'
import './app/global.css'
import { publishApi } from './app/publicApi.ts'
import { createServices } from './app/services.ts'

const services = createServices()
publishApi(services.model, services.table)
services.model.load().then(
  () => preloadBatch(services.table, services.workbench),
  // Model status tells when this fails and offers to try again.
  () => undefined,
)

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <App services={services} />
  </StrictMode>,
)
