// Entry of a worker thread: the product's inference worker, with what a browser and Vite would give it.
import { register as registerHooks } from 'node:module'
import { parentPort } from 'node:worker_threads'
// Node gives tsx's hooks to the main thread only.
import { register as registerTsx } from 'tsx/esm/api'

registerTsx()
registerHooks('./bundleHooks.mjs', import.meta.url)
const { portOf } = await import('./threadPort.ts')
globalThis.self = portOf(parentPort)
await import('../../src/inference/worker/main.ts')
