import { UndertoneError } from '../../domain/errors.ts'
import { checkedFile, type ModelFolder } from './checkedFile.ts'
import { labelOutputs } from './labelOutputs.ts'
import type { Manifest, ManifestFile } from './manifest.ts'
import { fetchModelFiles, type FetchOptions } from './modelFiles.ts'
import type { LabelMeanings, ModelPackage } from './modelPackage.ts'
import { PAGE_FILES, readReferenceFiles } from './referenceFiles.ts'

export interface SiteModelOptions extends FetchOptions {
  meanings: LabelMeanings
}

/**
 * A model of this site: a folder with `manifest.json` and what that lists. Rejects with
 * `labels-unknown` when neither the manifest nor `meanings` says what a label means.
 */
export async function openSiteModel(options: SiteModelOptions): Promise<ModelPackage> {
  const { manifest, files, ...rest } = await fetchModelFiles(options)
  const weights = { wasm: manifest.wasmWeights, webgpu: manifest.webgpuWeights }
  return {
    ...rest,
    name: manifest.name,
    files: files.filter(({ path }) => !PAGE_FILES.includes(path)),
    weights,
    outputs: labelOutputs(manifest.labels, options.meanings),
    ...readReferenceFiles(files, weights),
    ...furtherFiles(manifest, options),
  }
}

function furtherFiles(
  { files }: Manifest,
  folder: ModelFolder,
): Pick<ModelPackage, 'sizeOf' | 'isStored' | 'fetchFile'> {
  const find = (path: string): ManifestFile => {
    const file = files.find((candidate) => candidate.path === path)
    if (file === undefined) throw new UndertoneError('model-missing', `the manifest does not list ${path}`)
    return file
  }
  return {
    sizeOf: (path) => find(path).bytes,
    isStored: async (path) => (await folder.storage.read(folder.folder + path)) !== null,
    async fetchFile(path, onProgress, signal) {
      const wanted = find(path)
      const onBytes = (loaded: number): void => onProgress(Math.min(loaded, wanted.bytes), wanted.bytes)
      return (await checkedFile(wanted, folder, onBytes, signal)).file
    },
  }
}
