import { asArray, asNumber, asRecord, asString } from '../lib/json.ts'

export interface ManifestFile {
  /** Relative to the model's folder. */
  path: string
  bytes: number
  /** Lower-case hex. */
  sha256: string
}

/** `manifest.json` of a model folder: which weights serve which backend, and what every file must hash to. */
export interface Manifest {
  name: string
  /** Path of the weights for WebAssembly. */
  wasmWeights: string
  files: ManifestFile[]
}

/** Throws `TypeError` naming the first field that does not fit. */
export function parseManifest(json: unknown): Manifest {
  const root = asRecord(json, 'manifest')
  const manifest: Manifest = {
    name: asString(root['name'], 'manifest.name'),
    wasmWeights: asString(asRecord(root['backends'], 'manifest.backends')['wasm'], 'manifest.backends.wasm'),
    files: asArray(root['files'], 'manifest.files').map(parseFile),
  }
  if (!manifest.files.some(({ path }) => path === manifest.wasmWeights)) {
    throw new TypeError('manifest.files does not list the weights for WebAssembly')
  }
  return manifest
}

function parseFile(json: unknown): ManifestFile {
  const file = asRecord(json, 'manifest file')
  return {
    path: asString(file['path'], 'file.path'),
    bytes: asNumber(file['bytes'], 'file.bytes'),
    sha256: asString(file['sha256'], 'file.sha256'),
  }
}
