import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The folder under `models/` that the app ships. */
export const BUILT_IN_MODEL = join(import.meta.dirname, '../../models', __MODEL__)

export function builtInFile(path: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(join(BUILT_IN_MODEL, path)))
}

export function builtInJson(path: string): unknown {
  return JSON.parse(readFileSync(join(BUILT_IN_MODEL, path), 'utf8'))
}
