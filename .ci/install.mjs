// Installs what package-lock.json asks for, and only when node_modules does not hold it yet.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

if (installed()) process.exit(0)
const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
  cwd: root,
  stdio: 'inherit',
  shell: process.platform === 'win32',
  // onnxruntime-node's post-install would download CUDA libraries; the browser build never uses them.
  env: { ...process.env, ONNXRUNTIME_NODE_INSTALL: 'skip' },
})
process.exit(status ?? 1)

/** npm writes the tree it installed to node_modules/.package-lock.json, without the root's own entry. */
function installed() {
  const wanted = packages('package-lock.json')
  const present = packages('node_modules/.package-lock.json')
  if (wanted === null || present === null) return false
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || optional === true || present[path]?.version === version,
  )
}

function packages(lockfile) {
  try {
    return JSON.parse(readFileSync(root + lockfile, 'utf8')).packages
  } catch {
    return null
  }
}
