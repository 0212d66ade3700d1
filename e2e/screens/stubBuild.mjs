import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** What the build is made of, by its place in a checkout. */
const SOURCES = ['src', 'public', 'models', 'e2e/stub', 'index.html', 'vite.config.ts', 'package-lock.json']

/**
 * The folder with a checkout's product on the stubbed session. It is built by the checkout's own configuration, and
 * only when a source is newer. Throws when the checkout has nothing installed or does not build.
 */
export function stubBuild(checkout) {
  const folder = join(checkout, 'node_modules/.cache/stub-dist')
  const built = modified(join(folder, 'config.json'))
  if (SOURCES.every((source) => newest(join(checkout, source)) < built)) return folder
  const vite = join(checkout, 'node_modules/vite/bin/vite.js')
  if (!existsSync(vite)) throw new Error(`${checkout} has no node_modules: run npm ci there`)
  const { status, stderr } = spawnSync(process.execPath, [vite, 'build', '-c', 'e2e/stub/vite.config.mjs'], {
    cwd: checkout,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`${checkout} does not build:\n${stderr}`)
  return folder
}

/** When it was written last, in milliseconds; 0 when there is no such file. */
function modified(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
}

/** When the newest file at or under `path` was written. A folder counts too: it tells of files that are gone. */
function newest(path) {
  const inside = readdirIfFolder(path).map((name) => newest(join(path, name)))
  return Math.max(modified(path), ...inside)
}

function readdirIfFolder(path) {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true ? readdirSync(path) : []
}
