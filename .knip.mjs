// Exports that nobody imports (`npm run lint:exports`). With `--production` tests are no users: what only a test imports
// is tested through its user, or marked `@internal` with a reason. What is under testing/ and e2e/ is for tests, and they are its users.
const WORKERS = [
  'src/inference/worker/main.ts',
  'src/inference/worker/gpuMain.ts',
  'src/table/worker/main.ts',
]
const COMMANDS = ['evaluate/main.ts', 'evaluate/card.ts', 'evaluate/languages.ts', 'manifest.ts']
// Named by address, not imported.
const THREADS = ['evaluate/worker.mjs', 'evaluate/bundleHooks.mjs']
const PRODUCT = ['src/main.tsx', ...WORKERS, ...[...COMMANDS, ...THREADS].map((file) => `models/${file}`)]
const TESTS = [
  'src/**/*.test.{ts,tsx}',
  'src/testing/setup.ts',
  'models/*.test.ts',
  'models/evaluate/*.test.ts',
]
const BROWSER_TESTS = ['e2e/*.spec.ts', 'e2e/playwright.config.ts', 'e2e/bench/**/*.mjs', 'e2e/stub/*.mjs']

export default {
  entry: [...PRODUCT.map((path) => `${path}!`), ...TESTS, ...BROWSER_TESTS],
  project: [
    'src/**/*.{ts,tsx}!',
    'models/*.ts!',
    'models/evaluate/*.{ts,mjs}!',
    'e2e/**/*.{ts,mjs}',
    '!src/testing/**!',
    '!**/*.test.{ts,tsx}!',
    '!**/*.d.{ts,mts}',
  ],
  // The type of an exported function's argument or answer belongs to its contract.
  ignoreExportsUsedInFile: { interface: true, type: true },
  // Their settings name nothing that is exported here.
  vite: false,
  vitest: false,
  playwright: false,
  eslint: false,
}
