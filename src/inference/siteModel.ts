import type { Calibration } from '../domain/calibration.ts'
import { UndertoneError } from '../domain/errors.ts'
import { parseCalibration } from './calibrationFile.ts'
import { checkedFile, type ModelFolder } from './checkedFile.ts'
import { hasReferences, parseGolden } from './golden.ts'
import { labelOutputs } from './labelOutputs.ts'
import type { Manifest, ManifestFile } from './manifest.ts'
import { fetchModelFiles, type FetchOptions } from './modelFiles.ts'
import type { LabelMeanings, ModelPackage } from './modelPackage.ts'
import type { ModelFile } from './protocol.ts'

export interface SiteModelOptions extends FetchOptions {
  meanings: LabelMeanings
}

/**
 * A model of this site: a folder with `manifest.json`, `calibration.json` and, for a proof, `golden.json`. Rejects with
 * `labels-unknown` when neither the manifest nor `meanings` says what a label means.
 */
export async function openSiteModel(options: SiteModelOptions): Promise<ModelPackage> {
  const { manifest, files, ...rest } = await fetchModelFiles(options)
  const golden = readGolden(files, manifest)
  return {
    ...rest,
    name: manifest.name,
    files: files.filter(({ path }) => path !== 'golden.json' && path !== 'calibration.json'),
    weights: { wasm: manifest.wasmWeights, webgpu: manifest.webgpuWeights },
    outputs: labelOutputs(manifest.labels, options.meanings),
    calibration: readCalibration(files, golden?.wasm.tolerance ?? 0),
    golden,
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

function readCalibration(files: readonly ModelFile[], tolerance: number): Calibration {
  const calibration = readJson(files, 'calibration.json', (json) => parseCalibration(json, tolerance))
  if (calibration !== null) return calibration
  throw new UndertoneError('model-corrupt', 'the manifest does not list calibration.json')
}

function readGolden(files: readonly ModelFile[], manifest: Manifest): ModelPackage['golden'] {
  const { wasmWeights, webgpuWeights } = manifest
  return readJson(files, 'golden.json', (json) => ({
    wasm: parseGolden(json, wasmWeights),
    webgpu:
      webgpuWeights !== null && hasReferences(json, webgpuWeights) ? parseGolden(json, webgpuWeights) : null,
  }))
}

/** Null when the folder has no such file; `model-corrupt` when it says something else than it should. */
function readJson<T>(files: readonly ModelFile[], path: string, parse: (json: unknown) => T): T | null {
  const file = files.find((candidate) => candidate.path === path)
  if (file === undefined) return null
  try {
    return parse(JSON.parse(new TextDecoder().decode(file.bytes)))
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new UndertoneError('model-corrupt', `${path} cannot be used: ${why}`, { cause })
  }
}
