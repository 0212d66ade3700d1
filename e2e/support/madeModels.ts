import { spawnSync } from 'node:child_process'
import { cp, mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { makeModelFolder } from '../onnx/modelFolder.mjs'
import type { MadeModel } from '../onnx/modelFolder.d.mts'
import { buildFolder } from '../staticServer.ts'
import { builtInModel } from './builtIn.ts'

const ROOT = join(import.meta.dirname, '../..')

/** The shipped model's folder in the build. */
export function builtInFolder(): string {
  return join(buildFolder(), 'models', builtInModel())
}

/** A made-up model as a folder at `path`. */
export async function writeModel(path: string, model: MadeModel): Promise<string> {
  for (const [file, bytes] of makeModelFolder(model)) {
    await mkdir(dirname(join(path, file)), { recursive: true })
    await writeFile(join(path, file), bytes)
  }
  return path
}

/** The shipped model as a folder at `path`, without the files named. */
export async function copyBuiltIn(path: string, without: readonly string[] = []): Promise<string> {
  await cp(builtInFolder(), path, { recursive: true })
  for (const file of without) await rm(join(path, file))
  return path
}

/** `npm run manifest -- FOLDER …`, as whoever deploys a model runs it. Gives what it said. */
export function manifest(folder: string, ...options: string[]): string {
  const command = ['--import', 'tsx', 'models/manifest.ts', folder, ...options]
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: ROOT, encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return stdout
}

/** `config.json` of a site; the first model is the default. */
export async function writeConfig(
  path: string,
  models: readonly { path: string; name: string; outputs?: Record<string, string> }[],
): Promise<string> {
  await writeFile(path, JSON.stringify({ models, default: models[0]?.path }))
  return path
}
