import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { buildFolder } from '../staticServer.ts'

/** The one folder under `models/` of the build. */
export function builtInModel(): string {
  const entries = readdirSync(join(buildFolder(), 'models'), { withFileTypes: true })
  const [folder, ...others] = entries.filter((entry) => entry.isDirectory())
  if (folder === undefined || others.length > 0)
    throw new Error(`the build has ${entries.length} models, not one`)
  return folder.name
}
