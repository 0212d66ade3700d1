import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { buildFolder } from './staticServer.ts'

/** The tests run on the production build: without one they fail at once and say how to make it. */
export default function requireBuild(): void {
  const folder = buildFolder()
  if (existsSync(join(folder, 'index.html'))) return
  throw new Error(`There is no build in ${folder}. Run "npm run build" first.`)
}
