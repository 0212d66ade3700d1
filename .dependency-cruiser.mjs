// Import directions of src/ and of the commands that run its parts in Node. One rule per sentence of ARCHITECTURE.md,
// "Layers".
const WORKER_ENTRIES = '^src/(inference/worker/(main|gpuMain)|table/worker/main)[.]ts$'
const COMMANDS = '^models/evaluate/'
// A thread's entry and the hooks it registers are named by address, not imported.
const COMMAND_ENTRIES = `${COMMANDS}(main[.]ts|card[.]ts|languages[.]ts|worker[.]mjs|bundleHooks[.]mjs)$`
const ENTRIES = ['^src/main[.]tsx$', WORKER_ENTRIES, COMMAND_ENTRIES]
const WORKERS = '^src/(inference/worker|table/worker|files)/'
const TESTS = '([.]test[.]tsx?$|^src/testing/)'

/** Files under `from` may import only themselves, the folders in `mayUse`, and npm packages. */
const layer = (name, from, mayUse) => ({
  name: `${name}-imports`,
  severity: 'error',
  from: { path: from, pathNot: TESTS },
  to: { path: '^src/', pathNot: [from, ...mayUse.map((m) => `^src/${m}`)] },
})

/** Rooms of a folder, the lowest first: each may import itself and those named with it, and the folder's own files may import all. */
const rooms = (name, folder, mayUse) =>
  Object.entries(mayUse).map(([room, others]) => ({
    name: `${name}-${room}-imports`,
    severity: 'error',
    from: { path: `^${folder}${room}/`, pathNot: TESTS },
    to: { path: `^${folder}`, pathNot: [room, ...others].map((each) => `^${folder}${each}/`) },
  }))

/** The npm package `pkg` has one home. */
const onlyIn = (pkg, where) => ({
  name: `${pkg.replace(/^@/, '').replace('/', '-')}-has-one-home`,
  severity: 'error',
  from: { path: '^src/', pathNot: [`^src/${where}`, TESTS] },
  to: { path: `node_modules/(@types/)?${pkg}/` },
})

const PAGE_SIDES = ['inference/(?!worker/)', 'table/(?!worker/)']

export default {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^onnxruntime-web/.*[?]url$' },
    },
    {
      name: 'no-dead-files',
      severity: 'error',
      from: { path: ENTRIES },
      to: { path: ['^src/', COMMANDS], pathNot: [...ENTRIES, TESTS, '[.]d[.]ts$'], reachable: false },
    },
    {
      name: 'no-test-code-in-product',
      severity: 'error',
      from: { path: '^src/', pathNot: TESTS },
      to: { path: TESTS },
    },
    {
      name: 'no-command-in-product',
      severity: 'error',
      from: { path: '^src/', pathNot: TESTS },
      to: { path: COMMANDS },
    },
    {
      // The page never loads the model's runtime or the parsers. Every step is checked, so none is reached over two.
      name: 'page-never-imports-workers',
      severity: 'error',
      from: { path: '^src/', pathNot: [WORKERS, TESTS] },
      to: { path: WORKERS, pathNot: WORKER_ENTRIES },
    },
    {
      // `?worker&url` gives the address of a worker's script, which dependency-cruiser sees as an import.
      name: 'only-spawn-names-a-worker-entry',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(inference/pool|table)/spawn[.]ts$' },
      to: { path: WORKER_ENTRIES },
    },
    {
      name: 'features-are-islands',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/', pathNot: TESTS },
      to: { path: '^src/features/', pathNot: '^src/features/$1/' },
    },
    layer('domain', '^src/domain/', []),
    layer('lib', '^src/lib/', []),
    layer('ui', '^src/ui/', ['lib/']),
    layer('files', '^src/files/', ['domain/', 'lib/']),
    layer('pipeline', '^src/pipeline/', ['domain/', 'lib/']),
    layer('workbench', '^src/workbench/', [...PAGE_SIDES, 'pipeline/', 'domain/', 'lib/']),
    ...rooms('workbench', 'src/workbench/', {
      roles: [],
      state: ['roles'],
      ask: ['roles', 'state'],
      run: ['roles', 'state', 'ask'],
      texts: ['roles', 'state', 'ask', 'run'],
      open: ['roles', 'state', 'ask', 'run', 'texts'],
    }),
    ...rooms('batch', 'src/features/batch/', {
      words: [],
      row: ['words'],
      account: ['words'],
      download: ['words'],
      dialogs: ['words'],
      open: ['words'],
      confirm: ['words'],
      run: ['words'],
      results: ['words', 'row', 'account', 'download'],
    }),
    layer('words', '^src/words/', ['domain/', 'lib/']),
    layer('charts', '^src/charts/', ['words/', 'domain/', 'ui/', 'lib/']),
    layer('inference-worker', '^src/inference/worker/', ['inference/protocol[.]ts$', 'domain/', 'lib/']),
    layer('inference', '^src/inference/[^/]+$', ['domain/', 'lib/']),
    layer('inference-package', '^src/inference/package/', ['inference/protocol[.]ts$', 'domain/', 'lib/']),
    layer('inference-pool', '^src/inference/pool/', [
      'inference/protocol[.]ts$',
      'inference/worker/(main|gpuMain)[.]ts$',
      'domain/',
      'lib/',
    ]),
    layer('inference-proof', '^src/inference/proof/', [
      'inference/(pool|package)/',
      'inference/protocol[.]ts$',
      'domain/',
      'lib/',
    ]),
    layer('inference-gpu', '^src/inference/gpu/', [
      'inference/(pool|package|proof)/',
      'inference/protocol[.]ts$',
      'domain/',
      'lib/',
    ]),
    layer('inference-facade', '^src/inference/facade/', [
      'inference/(pool|package|proof|gpu)/',
      'inference/protocol[.]ts$',
      'domain/',
      'lib/',
    ]),
    layer('table-worker', '^src/table/worker/', ['table/protocol[.]ts$', 'files/', 'domain/', 'lib/']),
    ...rooms('table-worker', 'src/table/worker/', {
      rows: [],
      answers: ['rows'],
      ask: ['rows', 'answers'],
      export: ['rows', 'answers'],
    }),
    layer('table', '^src/table/(?!worker/)', ['table/worker/main[.]ts$', 'domain/', 'lib/']),
    layer('features', '^src/features/', [
      'workbench/',
      ...PAGE_SIDES,
      'pipeline/',
      'charts/',
      'ui/',
      'words/',
      'domain/',
      'lib/',
    ]),
    layer('app', '^src/app/', [
      'features/[^/]+/[^/]+View[.]tsx$',
      'workbench/workbench[.]ts$',
      'features/model/(ModelStatus[.]tsx|modelPanel[.]ts)$',
      'features/text/textReader[.]ts$',
      ...PAGE_SIDES,
      'pipeline/',
      'ui/',
      'words/',
      'domain/',
      'lib/',
    ]),
    layer('evaluate', COMMANDS, [
      'words/',
      'files/open/',
      'domain/',
      'lib/',
      'inference/(protocol|proof/agreement|package/(loadPackage|modelPackage|modelStorage))[.]ts$',
      'inference/worker/main[.]ts$',
      'table/worker/answers/languageDetector[.]ts$',
    ]),
    onlyIn('@huggingface/tokenizers', 'inference/worker/'),
    onlyIn('onnxruntime-web', 'inference/worker/'),
    onlyIn('papaparse', 'files/'),
    onlyIn('jschardet', 'files/'),
    onlyIn('eld', 'table/worker/'),
    onlyIn('hucre', 'files/'),
    onlyIn('hyparquet', 'files/'),
    onlyIn('hyparquet-compressors', 'files/'),
    onlyIn('@zip.js/zip.js', 'files/'),
    onlyIn('recharts', 'charts/'),
    onlyIn('@base-ui/react', 'ui/'),
    {
      name: 'domain-imports-no-packages',
      severity: 'error',
      from: { path: '^src/domain/', pathNot: TESTS },
      to: { path: 'node_modules/' },
    },
    {
      // Its stores are zustand's, without React: a second view, or none, is as good as the first.
      name: 'workbench-without-react',
      severity: 'error',
      from: { path: '^src/workbench/', pathNot: TESTS },
      to: { path: 'node_modules/(@types/)?(react|react-dom)/' },
    },
    {
      name: 'core-without-react',
      severity: 'error',
      from: {
        path: '^src/(domain|lib|words|pipeline|files|inference|table)/',
        pathNot: [TESTS, '^src/inference/facade/model[.]ts$'],
      },
      to: { path: 'node_modules/(@types/)?(react|react-dom|zustand)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    // Packages that offer only modules are found by this condition.
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'default'] },
  },
}
