import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { basename, join, resolve, sep } from 'node:path'
import { LABELS, type Label } from '../src/domain/labels.ts'
import { allSure, guessLabels } from '../src/domain/labelGuess.ts'
import { parseManifest } from '../src/inference/package/manifest.ts'
import { NO_CONFIG, readModelFolder, unsupported } from '../src/inference/package/modelFolder.ts'
import { PAGE_FILES, readReferenceFiles } from '../src/inference/package/referenceFiles.ts'

export interface ModelManifest {
  name: string
  /** Ours where the model's own names say which they mean, otherwise its own. */
  labels: string[]
  backends: { wasm: string; webgpu?: string }
  files: { path: string; bytes: number; sha256: string }[]
}

export interface ManifestChoices {
  /** The folder's name where none is given. */
  name?: string | undefined
  /** What the model's outputs mean, in their order. */
  labels?: readonly string[] | undefined
}

/**
 * `manifest.json` for a folder of transformers.js files. Rejects with `model-unsupported` where the page could not use
 * the model, `model-corrupt` for a golden set or a calibration that it could not read, and `RangeError` for labels
 * that do not fit.
 */
export async function makeManifest(
  folder: string,
  { name = basename(resolve(folder)), labels }: ManifestChoices = {},
): Promise<ModelManifest> {
  const paths = await pathsIn(folder)
  if (!paths.includes('config.json')) throw unsupported(NO_CONFIG)
  const config: unknown = JSON.parse(await readFile(join(folder, 'config.json'), 'utf8'))
  const contents = readModelFolder(paths, config)
  const { wasm, webgpu } = contents.weights
  const optional = ['tokenizer_config.json', ...PAGE_FILES].filter((path) => paths.includes(path))
  const wanted = new Set([
    'config.json',
    'tokenizer.json',
    ...optional,
    wasm,
    ...(webgpu === null ? [] : [webgpu]),
  ])
  const files = await Promise.all(
    [...wanted]
      .sort()
      .map(async (path) => ({ path, bytes: new Uint8Array(await readFile(join(folder, path))) })),
  )
  readReferenceFiles(files, contents.weights)
  const manifest: ModelManifest = {
    name,
    labels: chosenLabels(contents.labels, labels),
    backends: webgpu === null ? { wasm } : { wasm, webgpu },
    files: files.map(({ path, bytes }) => ({
      path,
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    })),
  }
  parseManifest(manifest)
  return manifest
}

/** Whether the page will ask what the labels mean. */
export function asksForLabels({ labels }: ModelManifest): boolean {
  return !labels.every(isOurs)
}

function chosenLabels(own: readonly string[], given: readonly string[] | undefined): string[] {
  if (given !== undefined) {
    const wrong = given.find((label) => !isOurs(label))
    if (wrong !== undefined) throw new RangeError(`“${wrong}” is none of ${LABELS.join(', ')}`)
    if (given.length === own.length) return [...given]
    throw new RangeError(
      `The model has ${own.length} labels (${own.join(', ')}), and ${given.length} were given`,
    )
  }
  const guesses = guessLabels(own)
  return allSure(guesses) ? guesses.flatMap(({ label }) => label ?? []) : [...own]
}

function isOurs(name: string): name is Label {
  return LABELS.some((label) => label === name)
}

/** Of files, relative to the folder, with slashes on every system. */
async function pathsIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, sep).length).split(sep).join('/'))
}
