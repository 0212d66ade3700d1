import { asArray, asNumber, asRecord, asString } from '../../lib/json.ts'

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
  /** Names of the model's outputs, in their order: ours, or its own. */
  labels: string[]
  /** Path of the weights for WebAssembly. */
  wasmWeights: string
  /** Path of the weights for WebGPU; null where the model brings none. */
  webgpuWeights: string | null
  files: ManifestFile[]
}

/** Throws `TypeError` naming the first field that does not fit. */
export function parseManifest(json: unknown): Manifest {
  const root = asRecord(json, 'manifest')
  const backends = asRecord(root['backends'], 'manifest.backends')
  const webgpu = backends['webgpu'] ?? null
  const manifest: Manifest = {
    name: asString(root['name'], 'manifest.name'),
    labels: asArray(root['labels'], 'manifest.labels').map((name) => asString(name, 'manifest label')),
    wasmWeights: asString(backends['wasm'], 'manifest.backends.wasm'),
    webgpuWeights: webgpu === null ? null : asString(webgpu, 'manifest.backends.webgpu'),
    files: asArray(root['files'], 'manifest.files').map(parseFile),
  }
  if (manifest.labels.length < 2) throw new TypeError('manifest.labels must name at least two outputs')
  for (const weights of [manifest.wasmWeights, manifest.webgpuWeights]) {
    if (weights === null || manifest.files.some(({ path }) => path === weights)) continue
    throw new TypeError(`manifest.files does not list the weights ${weights}`)
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
