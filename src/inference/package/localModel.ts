import { UndertoneError } from '../../domain/errors.ts'
import { sha256 } from '../../lib/sha256.ts'
import type { LocalFolder } from './localFolder.ts'
import { NO_CONFIG, readModelFolder, unsupported, type FolderContents } from './modelFolder.ts'
import type { ModelPackage, ModelSource } from './modelPackage.ts'
import type { ModelFile } from '../protocol.ts'
import { PAGE_FILES, readReferenceFiles } from './referenceFiles.ts'

type Files = LocalFolder['files']

/** Read whatever the weights are, when the folder has them. */
const SMALL_FILES = ['config.json', 'tokenizer.json', 'tokenizer_config.json', ...PAGE_FILES]

/**
 * What a folder of this device offers, before its weights are read. Rejects with `model-unsupported` and a sentence,
 * or as the browser does when the files are not there any more.
 */
export async function inspectLocalModel(files: Files): Promise<FolderContents> {
  const file = files.get('config.json')
  if (file === undefined) throw unsupported(NO_CONFIG)
  return readModelFolder([...files.keys()], parseConfig(await file.text()))
}

/**
 * Reads a model from this device. Nothing of it is sent or stored: each load reads the files again. `onProgress`
 * counts bytes of `total`. Rejects with `model-unsupported`, with `model-corrupt` for a golden set or a calibration
 * that cannot be used, and as the browser does when the files are not there any more.
 */
export async function openLocalModel(
  { name, files, outputs }: Extract<ModelSource, { kind: 'local' }>,
  onProgress: (loaded: number, total: number) => void,
): Promise<ModelPackage> {
  const { labels, weights } = await inspectLocalModel(files)
  if (outputs.length !== labels.length) {
    throw unsupported(`It has ${labels.length} labels, and ${outputs.length} were given a meaning.`)
  }
  const read = await readFiles([...SMALL_FILES, weights.wasm], files, onProgress)
  return {
    name,
    files: read.filter(({ path }) => !PAGE_FILES.includes(path)),
    weights,
    outputs,
    ...readReferenceFiles(read, weights),
    bytes: read.reduce((sum, { bytes }) => sum + bytes.length, 0),
    source: 'this device',
    notStored: 'It is read from this device at each use.',
    fingerprint: await fingerprintOf(read, weights.webgpu === null ? undefined : files.get(weights.webgpu)),
    ...furtherFiles(files),
  }
}

function parseConfig(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw unsupported('config.json is not JSON.', cause)
  }
}

/** Those of `paths` that there are. */
async function readFiles(
  paths: readonly string[],
  files: Files,
  onProgress: (loaded: number, total: number) => void,
): Promise<ModelFile[]> {
  const wanted = paths.flatMap((path) => {
    const file = files.get(path)
    return file === undefined ? [] : [{ path, file }]
  })
  const total = wanted.reduce((sum, { file }) => sum + file.size, 0)
  const read: ModelFile[] = []
  let loaded = 0
  onProgress(0, total)
  for (const { path, file } of wanted) {
    read.push({ path, bytes: new Uint8Array(await file.arrayBuffer()) })
    loaded += file.size
    onProgress(loaded, total)
  }
  return read
}

/** Of everything read; the weights for WebGPU, which may never be, by size and time. */
async function fingerprintOf(read: readonly ModelFile[], webgpu: File | undefined): Promise<string> {
  const lines = await Promise.all(read.map(async ({ path, bytes }) => `${path} ${await sha256(bytes)}`))
  const more = webgpu === undefined ? '' : `${webgpu.size} ${webgpu.lastModified}`
  return sha256(new TextEncoder().encode([...lines, more].join('\n')))
}

function furtherFiles(files: Files): Pick<ModelPackage, 'sizeOf' | 'isStored' | 'fetchFile'> {
  const find = (path: string): File => {
    const file = files.get(path)
    if (file === undefined) throw new UndertoneError('model-missing', `the folder has no ${path}`)
    return file
  }
  return {
    sizeOf: (path) => find(path).size,
    isStored: () => Promise.resolve(true),
    async fetchFile(path, onProgress, signal) {
      signal.throwIfAborted()
      const file = find(path)
      const bytes = new Uint8Array(await file.arrayBuffer())
      signal.throwIfAborted()
      onProgress(bytes.length, bytes.length)
      return { path, bytes }
    },
  }
}
