import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { cruise, type IConfiguration, type ICruiseResult } from 'dependency-cruiser'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')

const PACKAGES = [
  '@base-ui/react',
  '@huggingface/tokenizers',
  'onnxruntime-web',
  'papaparse',
  'eld',
  'jschardet',
  'hucre',
  'hyparquet',
  'hyparquet-compressors',
  '@zip.js/zip.js',
  'react',
  'recharts',
  'zustand',
]

/** A tree of stubs that keeps every rule: file under `src/`, or under `models/` -> what it imports. */
const CLEAN: Record<string, string[]> = {
  'main.tsx': ['./app/App.tsx'],
  'app/App.tsx': [
    'react',
    '../workbench/workbench.ts',
    '../features/text/TextView.tsx',
    '../features/batch/BatchView.tsx',
    '../features/model/ModelStatus.tsx',
    '../words/problemWords.ts',
    './services.ts',
  ],
  'app/services.ts': [
    '../inference/facade/model.ts',
    '../inference/pool/spawn.ts',
    '../table/client.ts',
    '../table/spawn.ts',
    '../features/model/modelPanel.ts',
    '../features/text/textReader.ts',
  ],
  'features/text/TextView.tsx': ['./textReader.ts', '../../pipeline/run.ts', '../../charts/Bars.tsx'],
  'features/text/textReader.ts': ['./textStore.ts', '../../inference/facade/model.ts'],
  'features/text/textStore.ts': ['zustand'],
  'features/batch/BatchView.tsx': [
    '../../table/client.ts',
    '../../ui/Button.tsx',
    './results/Results.tsx',
    './words/spoken.ts',
    ...['account', 'confirm', 'dialogs', 'download', 'open', 'row', 'run'].map(
      (room) => `./${room}/Part.tsx`,
    ),
  ],
  'features/batch/results/Results.tsx': ['../row/Part.tsx', '../account/Part.tsx', '../download/Part.tsx'],
  ...Object.fromEntries(
    ['account', 'confirm', 'dialogs', 'download', 'open', 'row', 'run'].map((room) => [
      `features/batch/${room}/Part.tsx`,
      ['../words/spoken.ts', '../../../workbench/state/stores.ts'],
    ]),
  ),
  'features/batch/words/spoken.ts': ['../../../domain/labels.ts'],
  'workbench/workbench.ts': ['./open/openFiles.ts'],
  'workbench/open/openFiles.ts': ['../texts/readTexts.ts'],
  'workbench/texts/readTexts.ts': ['../run/batchRun.ts'],
  'workbench/run/batchRun.ts': [
    '../ask/questions.ts',
    '../../pipeline/run.ts',
    '../../inference/facade/model.ts',
  ],
  'workbench/ask/questions.ts': ['../state/stores.ts', '../../table/client.ts'],
  'workbench/state/stores.ts': ['../roles/roles.ts', 'zustand'],
  'workbench/roles/roles.ts': ['../../domain/labels.ts'],
  'features/model/ModelStatus.tsx': ['./modelPanel.ts', '../../words/problemWords.ts'],
  'features/model/modelPanel.ts': ['./modelChoice.ts'],
  'features/model/modelChoice.ts': ['zustand', '../../inference/facade/model.ts'],
  'charts/Bars.tsx': ['recharts', '../ui/Button.tsx', '../words/problemWords.ts', '../domain/labels.ts'],
  'words/problemWords.ts': ['../domain/labels.ts', '../lib/json.ts'],
  'pipeline/run.ts': ['../domain/labels.ts', '../lib/json.ts'],
  'ui/Button.tsx': ['@base-ui/react', '../lib/json.ts'],
  'inference/facade/model.ts': ['zustand', '../gpu/gpuSide.ts', '../package/files.ts', '../proof/backend.ts'],
  'inference/gpu/gpuSide.ts': ['../package/files.ts', '../pool/pool.ts', '../proof/backend.ts'],
  'inference/proof/backend.ts': ['../package/files.ts', '../pool/pool.ts'],
  'inference/package/files.ts': ['../protocol.ts', '../../lib/json.ts'],
  'inference/pool/pool.ts': ['../protocol.ts', '../../domain/labels.ts'],
  'inference/pool/spawn.ts': ['../worker/main.ts?worker&url', '../worker/gpuMain.ts?worker&url'],
  'inference/protocol.ts': ['../domain/labels.ts'],
  'inference/worker/main.ts': ['./session.ts', '../protocol.ts'],
  'inference/worker/gpuMain.ts': ['./session.ts', '../protocol.ts'],
  'inference/worker/session.ts': ['@huggingface/tokenizers', 'onnxruntime-web', '../../lib/json.ts'],
  'table/client.ts': ['./protocol.ts', '../lib/json.ts'],
  'table/spawn.ts': ['./worker/main.ts?worker&url'],
  'table/protocol.ts': ['../domain/labels.ts'],
  'table/worker/main.ts': ['../protocol.ts', '../../files/parse.ts', './tableHandlers.ts'],
  'table/worker/tableHandlers.ts': ['./ask/matching.ts', './export/exportRows.ts'],
  'table/worker/ask/matching.ts': ['../answers/textRows.ts', '../rows/rowSource.ts'],
  'table/worker/export/exportRows.ts': ['../answers/textRows.ts', '../rows/rowSource.ts'],
  'table/worker/answers/textRows.ts': ['../rows/rowSource.ts'],
  'table/worker/rows/rowSource.ts': ['../../../files/parse.ts'],
  'files/open/openFiles.ts': ['../parse.ts'],
  'files/parse.ts': [
    'papaparse',
    'jschardet',
    'hucre',
    'hyparquet',
    'hyparquet-compressors',
    '@zip.js/zip.js',
    '../domain/labels.ts',
  ],
  'domain/labels.ts': [],
  'domain/scores.ts': [],
  'models/evaluate/main.ts': [
    '../../src/domain/scores.ts',
    '../../src/inference/protocol.ts',
    '../../src/words/problemWords.ts',
    '../../src/files/open/openFiles.ts',
  ],
  'lib/json.ts': [],
  'testing/fake.ts': ['../inference/worker/session.ts'],
  'domain/labels.test.ts': ['./labels.ts', '../testing/fake.ts'],
}

/** One file per rule that breaks it. */
const PLANTED: { rule: string; file: string; imports: string }[] = [
  { rule: 'no-cycles', file: 'domain/cycle.ts', imports: './cycleBack.ts' },
  { rule: 'resolvable', file: 'lib/unresolved.ts', imports: './nowhere.ts' },
  { rule: 'no-dead-files', file: 'domain/dead.ts', imports: './labels.ts' },
  { rule: 'no-dead-files', file: 'models/evaluate/dead.ts', imports: '../../src/domain/labels.ts' },
  { rule: 'no-command-in-product', file: 'lib/measures.ts', imports: '../../models/evaluate/main.ts' },
  { rule: 'no-test-code-in-product', file: 'lib/usesFake.ts', imports: '../testing/fake.ts' },
  { rule: 'page-never-imports-workers', file: 'app/reads.ts', imports: '../inference/worker/session.ts' },
  { rule: 'page-never-imports-workers', file: 'features/batch/parses.ts', imports: '../../files/parse.ts' },
  {
    rule: 'only-spawn-names-a-worker-entry',
    file: 'inference/pool/spawns.ts',
    imports: '../worker/main.ts?worker&url',
  },
  {
    rule: 'only-spawn-names-a-worker-entry',
    file: 'inference/gpu/spawns.ts',
    imports: '../worker/gpuMain.ts?worker&url',
  },
  { rule: 'features-are-islands', file: 'features/batch/peeks.ts', imports: '../text/textStore.ts' },
  { rule: 'domain-imports', file: 'domain/up.ts', imports: '../lib/json.ts' },
  { rule: 'lib-imports', file: 'lib/up.ts', imports: '../domain/labels.ts' },
  { rule: 'words-imports', file: 'words/up.ts', imports: '../inference/facade/model.ts' },
  ...Object.entries({
    domain: 'domain/says.ts',
    lib: 'lib/says.ts',
    files: 'files/says.ts',
    pipeline: 'pipeline/says.ts',
    inference: 'inference/says.ts',
    'inference-worker': 'inference/worker/says.ts',
    table: 'table/says.ts',
    'table-worker': 'table/worker/says.ts',
  }).map(([folder, file]) => ({
    rule: `${folder}-imports`,
    file,
    imports: `${'../'.repeat(file.split('/').length - 1)}words/problemWords.ts`,
  })),
  { rule: 'ui-imports', file: 'ui/up.ts', imports: '../domain/labels.ts' },
  { rule: 'files-imports', file: 'files/up.ts', imports: '../table/protocol.ts' },
  { rule: 'pipeline-imports', file: 'pipeline/up.ts', imports: '../inference/facade/model.ts' },
  { rule: 'charts-imports', file: 'charts/up.ts', imports: '../table/client.ts' },
  { rule: 'workbench-imports', file: 'workbench/up.ts', imports: '../features/batch/BatchView.tsx' },
  { rule: 'workbench-roles-imports', file: 'workbench/roles/up.ts', imports: '../state/stores.ts' },
  { rule: 'workbench-state-imports', file: 'workbench/state/up.ts', imports: '../ask/questions.ts' },
  { rule: 'workbench-ask-imports', file: 'workbench/ask/up.ts', imports: '../run/batchRun.ts' },
  { rule: 'workbench-run-imports', file: 'workbench/run/up.ts', imports: '../texts/readTexts.ts' },
  { rule: 'workbench-texts-imports', file: 'workbench/texts/up.ts', imports: '../open/openFiles.ts' },
  { rule: 'workbench-open-imports', file: 'workbench/open/up.ts', imports: '../workbench.ts' },
  { rule: 'workbench-without-react', file: 'workbench/state/hook.ts', imports: 'react' },
  { rule: 'batch-words-imports', file: 'features/batch/words/up.ts', imports: '../row/Part.tsx' },
  { rule: 'batch-row-imports', file: 'features/batch/row/up.ts', imports: '../results/Results.tsx' },
  { rule: 'batch-account-imports', file: 'features/batch/account/up.ts', imports: '../run/Part.tsx' },
  { rule: 'batch-download-imports', file: 'features/batch/download/up.ts', imports: '../row/Part.tsx' },
  { rule: 'batch-dialogs-imports', file: 'features/batch/dialogs/up.ts', imports: '../open/Part.tsx' },
  { rule: 'batch-open-imports', file: 'features/batch/open/up.ts', imports: '../dialogs/Part.tsx' },
  { rule: 'batch-confirm-imports', file: 'features/batch/confirm/up.ts', imports: '../open/Part.tsx' },
  { rule: 'batch-run-imports', file: 'features/batch/run/up.ts', imports: '../BatchView.tsx' },
  { rule: 'batch-results-imports', file: 'features/batch/results/up.ts', imports: '../confirm/Part.tsx' },
  { rule: 'table-worker-rows-imports', file: 'table/worker/rows/up.ts', imports: '../answers/textRows.ts' },
  { rule: 'table-worker-rows-imports', file: 'table/worker/rows/calls.ts', imports: '../tableHandlers.ts' },
  { rule: 'table-worker-answers-imports', file: 'table/worker/answers/up.ts', imports: '../ask/matching.ts' },
  { rule: 'table-worker-ask-imports', file: 'table/worker/ask/up.ts', imports: '../export/exportRows.ts' },
  { rule: 'table-worker-export-imports', file: 'table/worker/export/up.ts', imports: '../ask/matching.ts' },
  { rule: 'inference-worker-imports', file: 'inference/worker/up.ts', imports: '../pool/pool.ts' },
  { rule: 'inference-imports', file: 'inference/up.ts', imports: './pool/pool.ts' },
  { rule: 'inference-package-imports', file: 'inference/package/up.ts', imports: '../proof/backend.ts' },
  { rule: 'inference-pool-imports', file: 'inference/pool/up.ts', imports: '../proof/backend.ts' },
  { rule: 'inference-pool-imports', file: 'inference/pool/beside.ts', imports: '../package/files.ts' },
  { rule: 'inference-proof-imports', file: 'inference/proof/up.ts', imports: '../gpu/gpuSide.ts' },
  { rule: 'inference-gpu-imports', file: 'inference/gpu/up.ts', imports: '../facade/model.ts' },
  { rule: 'inference-facade-imports', file: 'inference/facade/up.ts', imports: '../../pipeline/run.ts' },
  { rule: 'table-worker-imports', file: 'table/worker/up.ts', imports: '../client.ts' },
  { rule: 'table-imports', file: 'table/up.ts', imports: '../inference/facade/model.ts' },
  { rule: 'features-imports', file: 'features/text/up.ts', imports: '../../app/services.ts' },
  { rule: 'evaluate-imports', file: 'models/evaluate/up.ts', imports: '../../src/app/services.ts' },
  { rule: 'evaluate-imports', file: 'models/evaluate/parses.ts', imports: '../../src/files/parse.ts' },
  { rule: 'app-imports', file: 'app/inside.ts', imports: '../features/text/textStore.ts' },
  { rule: 'app-imports', file: 'app/insideModel.ts', imports: '../features/model/modelChoice.ts' },
  { rule: 'features-are-islands', file: 'features/text/details.ts', imports: '../model/modelPanel.ts' },
  { rule: 'features-are-islands', file: 'features/batch/reads.ts', imports: '../text/textReader.ts' },
  {
    rule: 'huggingface-tokenizers-has-one-home',
    file: 'inference/gpu/direct.ts',
    imports: '@huggingface/tokenizers',
  },
  { rule: 'onnxruntime-web-has-one-home', file: 'inference/gpu/directly.ts', imports: 'onnxruntime-web' },
  { rule: 'papaparse-has-one-home', file: 'table/worker/parses.ts', imports: 'papaparse' },
  { rule: 'eld-has-one-home', file: 'files/tells.ts', imports: 'eld' },
  { rule: 'jschardet-has-one-home', file: 'table/worker/detects.ts', imports: 'jschardet' },
  { rule: 'hucre-has-one-home', file: 'table/worker/opensSheets.ts', imports: 'hucre' },
  { rule: 'hyparquet-has-one-home', file: 'table/worker/opensParquet.ts', imports: 'hyparquet' },
  {
    rule: 'hyparquet-compressors-has-one-home',
    file: 'table/worker/unpacksPages.ts',
    imports: 'hyparquet-compressors',
  },
  { rule: 'zip.js-zip.js-has-one-home', file: 'table/worker/unpacks.ts', imports: '@zip.js/zip.js' },
  { rule: 'recharts-has-one-home', file: 'features/text/draws.ts', imports: 'recharts' },
  { rule: 'base-ui-react-has-one-home', file: 'features/text/widget.ts', imports: '@base-ui/react' },
  { rule: 'domain-imports-no-packages', file: 'domain/package.ts', imports: 'zustand' },
  { rule: 'core-without-react', file: 'pipeline/hook.ts', imports: 'react' },
  { rule: 'core-without-react', file: 'words/hook.ts', imports: 'react' },
]

const folders: string[] = []

function pathOf(file: string): string {
  return file.startsWith('models/') ? file : `src/${file}`
}

function writeTree(planted: typeof PLANTED): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'undertone-rules-')))
  folders.push(folder)
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  const stub = (path: string, imports: string[]): void => {
    const lines = imports.map((from, index) => `import * as i${index} from '${from}'\nvoid i${index}\n`)
    write(pathOf(path), `${lines.join('')}export const x = 1\n`)
  }
  for (const name of PACKAGES) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }))
    write(`node_modules/${name}/index.js`, 'module.exports = {}\n')
  }
  write(
    'package.json',
    JSON.stringify({ dependencies: Object.fromEntries(PACKAGES.map((name) => [name, '1'])) }),
  )
  for (const [path, imports] of Object.entries(CLEAN)) stub(path, imports)
  for (const { file, imports } of planted) stub(file, [imports])
  if (planted.length > 0) stub('domain/cycleBack.ts', ['./cycle.ts'])
  return folder
}

async function readRules(): Promise<IConfiguration> {
  const module = (await import(pathToFileURL(join(ROOT, '.dependency-cruiser.mjs')).href)) as {
    default: IConfiguration
  }
  return module.default
}

async function check(folder: string): Promise<ICruiseResult> {
  const { forbidden, options } = await readRules()
  const { output } = await cruise(['src', 'models/evaluate'], {
    ...options,
    baseDir: folder,
    ruleSet: { forbidden: forbidden ?? [] },
    validate: true,
  })
  if (typeof output === 'string') throw new TypeError('dependency-cruiser answered with a report')
  return output
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true })
})

describe('a tree that keeps the rules', () => {
  it('has no violation', async () => {
    const { summary } = await check(writeTree([]))
    expect(summary.violations).toEqual([])
    expect(summary.totalCruised).toBeGreaterThan(Object.keys(CLEAN).length)
  })
})

describe('a planted file', () => {
  let found: string[]

  beforeAll(async () => {
    const { summary } = await check(writeTree(PLANTED))
    found = summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`)
  })

  it.each(PLANTED)('$file, which imports $imports, breaks $rule', ({ rule, file }) => {
    expect(found).toContain(`${rule}: ${pathOf(file)}`)
  })
})

it('is planted for every rule', async () => {
  const { forbidden } = await readRules()
  const rules = forbidden?.map(({ name }) => name)
  expect(rules?.toSorted()).toEqual([...new Set(PLANTED.map(({ rule }) => rule))].toSorted())
})
