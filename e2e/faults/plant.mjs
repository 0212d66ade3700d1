import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const ROOT = resolve(import.meta.dirname, '../..')
/** Where faults are planted: never in the checkout itself. Gone with the process. */
const COPY = join(ROOT, `node_modules/.cache/faults-${process.pid}`)
process.on('exit', () => rmSync(COPY, { recursive: true, force: true }))
const LEFT_OUT = new Set(['node_modules', 'dist', '.git', 'test-results', 'bench-results', 'training'])

/** How each build is made. */
const BUILDS = { model: [], stub: ['-c', 'e2e/stub/vite.config.mjs'] }

/** A fresh copy of the checkout, sound and built, that shares what is installed. */
export function makeCopy() {
  mkdirSync(join(COPY, 'node_modules'), { recursive: true })
  for (const name of readdirSync(ROOT)) {
    if (!LEFT_OUT.has(name)) cpSync(join(ROOT, name), join(COPY, name), { recursive: true })
  }
  for (const name of readdirSync(join(ROOT, 'node_modules'))) {
    if (name !== '.cache') symlinkSync(join(ROOT, 'node_modules', name), join(COPY, 'node_modules', name))
  }
  for (const options of Object.values(BUILDS)) command('vite/bin/vite.js', 'build', ...options)
}

/** Whether the fault's tests pass with the fault, and without it. Throws when the fault has no place any more. */
export function passes({ file, from, to, spec }, planted) {
  const path = join(COPY, file)
  const sound = readFileSync(join(ROOT, file), 'utf8')
  if (!sound.includes(from)) throw new Error(`${file} does not contain ${from}`)
  writeFileSync(path, planted ? sound.replace(from, () => to) : sound)
  try {
    return run(spec)
  } finally {
    writeFileSync(path, sound)
  }
}

function run([kind, which]) {
  if (kind === 'unit') return command('vitest/vitest.mjs', 'run', which)
  if (!command('vite/bin/vite.js', 'build', ...BUILDS[kind])) throw new Error('the copy does not build')
  const title = which.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return command('@playwright/test/cli.js', 'test', '-c', 'e2e/playwright.config.ts', '-g', title)
}

function command(script, ...options) {
  const path = join(COPY, 'node_modules', script)
  return spawnSync(process.execPath, [path, ...options], { cwd: COPY, stdio: 'ignore' }).status === 0
}
