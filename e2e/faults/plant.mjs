import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const ROOT = resolve(import.meta.dirname, '../..')
/** Where faults are planted: never in the checkout itself. */
const COPY = join(ROOT, 'node_modules/.cache/faults')
const LEFT_OUT = new Set(['node_modules', 'dist', '.git', 'test-results', 'bench-results', 'training'])

/** A fresh copy of the checkout that shares what is installed. */
export function makeCopy() {
  rmSync(COPY, { recursive: true, force: true })
  mkdirSync(join(COPY, 'node_modules'), { recursive: true })
  for (const name of readdirSync(ROOT)) {
    if (!LEFT_OUT.has(name)) cpSync(join(ROOT, name), join(COPY, name), { recursive: true })
  }
  for (const name of readdirSync(join(ROOT, 'node_modules'))) {
    if (name !== '.cache') symlinkSync(join(ROOT, 'node_modules', name), join(COPY, 'node_modules', name))
  }
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
  const title = which.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return (
    built('build') &&
    built('build', '-c', 'e2e/stub/vite.config.mjs') &&
    command('@playwright/test/cli.js', 'test', '-c', 'e2e/playwright.config.ts', '-g', title)
  )
}

/** A fault that does not even build would be found by nobody's test. */
function built(...options) {
  if (command('vite/bin/vite.js', ...options)) return true
  throw new Error('the copy does not build')
}

function command(script, ...options) {
  const path = join(COPY, 'node_modules', script)
  return spawnSync(process.execPath, [path, ...options], { cwd: COPY, stdio: 'ignore' }).status === 0
}
