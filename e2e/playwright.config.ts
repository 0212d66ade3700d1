import { defineConfig } from '@playwright/test'
import { findChromium } from '../.ci/chromium.mjs'

/** Keeps Chromium from calling home and from slowing down what is not in front; root cannot have a sandbox. */
const FLAGS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-first-run',
  '--no-pings',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]

/** A graphics card made of software, which the tests named webgpu need and no other should meet. */
const GPU_FLAGS = ['--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader', '--enable-features=Vulkan']
const GPU_SPECS = ['webgpu.spec.ts', 'engine.spec.ts']

/** The long tests run only when they are named. Workers know it by the environment. */
if (process.argv.some((argument) => argument.endsWith('endurance'))) process.env['ENDURANCE'] = '1'
const ENDURANCE = { name: 'endurance', testMatch: '*.endurance.spec.ts', timeout: 20 * 60_000 }

const executablePath = await findChromium()
const launch = (...flags: string[]) => ({
  args: flags,
  ...(executablePath === null ? {} : { executablePath }),
})

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  globalSetup: './requireBuild.ts',
  // Two pages keep two cores busy: one waits for its timers and its disk while the other computes.
  workers: 2,
  fullyParallel: false,
  // A test that passes the second time tells of a bug.
  retries: 0,
  forbidOnly: process.env['CI'] !== undefined,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
  use: {
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    acceptDownloads: true,
    actionTimeout: 30_000,
    trace: 'off',
    launchOptions: launch(...FLAGS),
  },
  projects: [
    { name: 'chromium', testMatch: '*.spec.ts', testIgnore: ['*.endurance.spec.ts', ...GPU_SPECS] },
    {
      name: 'webgpu',
      testMatch: GPU_SPECS,
      use: { launchOptions: launch(...FLAGS, ...GPU_FLAGS) },
    },
    ...(process.env['ENDURANCE'] === '1' ? [ENDURANCE] : []),
  ],
})
