import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { buildFolder } from './staticServer.ts'
import { STUB_DIST } from './stub/stubDist.mjs'

/** The tests run on the production build and the stubbed one: without them they fail at once and say how to make them. */
export default function requireBuild(): void {
  for (const [folder, command] of [
    [buildFolder(), 'npm run build'],
    [STUB_DIST, 'npm run build:stub'],
  ] as const) {
    if (existsSync(join(folder, 'index.html'))) continue
    throw new Error(`There is no build in ${folder}. Run "${command}" first.`)
  }
}
