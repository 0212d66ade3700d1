import { openLocalModel } from './localModel.ts'
import type { ModelPackage, ModelSource } from './modelPackage.ts'
import type { ModelStorage } from './modelStorage.ts'
import { openSiteModel } from './siteModel.ts'

export interface PackageOptions {
  storage: ModelStorage
  /** Bytes so far of `total`; never falls, ends at `total`. */
  onProgress(loaded: number, total: number): void
}

/**
 * Fetches or reads a model, checked. Rejects with `model-missing`, `model-corrupt`, `labels-unknown` or
 * `model-unsupported`, and as the browser does when files of this device are not there any more.
 */
export async function loadPackage(source: ModelSource, options: PackageOptions): Promise<ModelPackage> {
  if (source.kind === 'site') {
    const { folder, meanings = {} } = source
    return openSiteModel({ ...options, folder, meanings })
  }
  return openLocalModel(source, (loaded, total) => options.onProgress(loaded, total))
}
