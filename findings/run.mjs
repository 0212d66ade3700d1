// Runs every script of this folder, or those that are named, one after the other, and says which findings still hold.
// Fails when one has changed; not when one could not be run, for want of a network for example.
import { spawn } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import { basename } from 'node:path'
import { clearTimeout, setTimeout } from 'node:timers'

const FOLDER = new URL('./', import.meta.url)
/** Seconds for installing and running one. */
const LIMIT = 120
/** What a script exits with when its packages cannot be installed. */
const NOT_INSTALLED = 75

/** Resolves with the exit code, null past the limit, and what was printed. */
function run(script) {
  return new Promise((resolve, reject) => {
    // A group of its own, so that what the script has started ends with it.
    const child = spawn('sh', [script], { cwd: FOLDER, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
    const printed = []
    let late = false
    const timer = setTimeout(() => {
      late = true
      process.kill(-child.pid)
    }, LIMIT * 1000)
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => printed.push(bytes))
    child.on('error', reject)
    child.on('close', (code) => {
      clearTimeout(timer)
      resolve({ code: late ? null : code, output: Buffer.concat(printed).toString() })
    })
  })
}

function verdict(code) {
  if (code === 0) return 'holds'
  if (code === null) return `could not be run in ${LIMIT} s`
  return code === NOT_INSTALLED ? 'could not be run (no network?)' : 'has changed'
}

const named = process.argv.slice(2)
const scripts = (await readdir(FOLDER)).filter((file) => file.endsWith('.sh')).sort()
const unknown = named.filter((name) => !scripts.includes(`${name}.sh`))
if (unknown.length > 0) console.log(`No such finding: ${unknown.join(', ')}`)

let changed = unknown.length > 0
for (const script of scripts) {
  const name = basename(script, '.sh')
  if (named.length > 0 && !named.includes(name)) continue
  const { code, output } = await run(script)
  const said = verdict(code)
  console.log(`${name}: ${said}`)
  if (said !== 'holds' && output !== '') console.log(output.trimEnd().replace(/^/gm, '    '))
  changed ||= said === 'has changed'
}
process.exitCode = changed ? 1 : 0
