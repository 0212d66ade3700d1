// Finds a Chromium for the end-to-end tests, or installs one: an installed one first, then Playwright's own,
// then the system's package when root. Prints its path; `node .ci/chromium.mjs` fails when there is none.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

const INSTALLED = [
  process.env['CHROMIUM_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** Path of a Chromium that starts, or null. */
export async function findChromium() {
  const { chromium } = await import('@playwright/test')
  return [...INSTALLED, chromium.executablePath()].find((path) => path !== undefined && starts(path)) ?? null
}

function starts(path) {
  return (
    existsSync(path) &&
    spawnSync(path, ['--version', '--no-sandbox'], { stdio: 'ignore', timeout: 30_000 }).status === 0
  )
}

function run(command, args) {
  console.error(`> ${command} ${args.join(' ')}`)
  return spawnSync(command, args, { stdio: ['ignore', 2, 2], timeout: 600_000 }).status === 0
}

async function install() {
  run('npx', ['playwright', 'install', '--with-deps', 'chromium']) ||
    run('npx', ['playwright', 'install', 'chromium'])
  if ((await findChromium()) !== null) return
  if (process.getuid?.() === 0) run('apt-get', ['update']) && run('apt-get', ['install', '-y', 'chromium'])
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if ((await findChromium()) === null) await install()
  const path = await findChromium()
  if (path === null) {
    console.error(
      'No Chromium was found and none could be installed. Install one and set CHROMIUM_PATH to it.',
    )
    process.exit(1)
  }
  console.log(path)
}
