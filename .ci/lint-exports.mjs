// Exports that nobody imports (settings in .knip.mjs): of the product without its tests, then of what tests are made of.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const KNIP = fileURLToPath(new URL('../node_modules/knip/bin/knip.js', import.meta.url))
const ARGUMENTS = [
  '--config',
  '.knip.mjs',
  '--include',
  'exports,types',
  '--no-config-hints',
  '--no-progress',
]

const codes = [['--production'], []].map(
  (mode) => spawnSync(process.execPath, [KNIP, ...ARGUMENTS, ...mode], { stdio: 'inherit' }).status ?? 1,
)
process.exit(Math.max(...codes))
