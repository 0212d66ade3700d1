import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { UndertoneError } from '../../src/domain/errors.ts'
import { loadPackage } from '../../src/inference/package/loadPackage.ts'
import type { ModelPackage } from '../../src/inference/package/modelPackage.ts'
import type { ModelStorage } from '../../src/inference/package/modelStorage.ts'

const MODELS = join(import.meta.dirname, '..')

/** The folder of the model that the app ships: the bundle gets its name by the same definition. */
export async function shippedFolder(): Promise<string> {
  const { default: config } = await import('../../vite.config.ts')
  const name: unknown = JSON.parse(String(config.define?.['__MODEL__']))
  if (typeof name !== 'string') throw new Error('vite.config.ts does not define __MODEL__')
  return join(MODELS, name)
}

/** The model in a folder, loaded and checked as the app does. Rejects with `model-missing` or `model-corrupt`. */
export function loadFolder(folder: string): Promise<ModelPackage> {
  const source = { kind: 'site', folder: pathToFileURL(`${folder}/`).href } as const
  return loadPackage(source, { storage: disk, onProgress: () => undefined })
}

/** The folder in the place of what a browser has stored: no network is needed, every file is still checked. */
const disk: ModelStorage = {
  read: async (url) => new Uint8Array(await readFile(fileURLToPath(url))),
  write: () => Promise.resolve(null),
  remove: (url) =>
    Promise.reject(
      new UndertoneError('model-corrupt', `${fileURLToPath(url)} is not the file that the manifest names`),
    ),
}
