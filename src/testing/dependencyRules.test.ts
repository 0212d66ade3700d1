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
    '../features/text/TextView.tsx',
    '../features/batch/BatchView.tsx',
    './services.ts',
  ],
  'app/services.ts': [
    '../inference/facade/model.ts',
    '../inference/pool/spawn.ts',
    '../table/client.ts',
    '../table/spawn.ts',
  ],
  'features/text/TextView.tsx': ['./textStore.ts', '../../pipeline/run.ts', '../../charts/Bars.tsx'],
  'features/text/textStore.ts': ['zustand', '../../inference/facade/model.ts'],
  'features/batch/BatchView.tsx': ['../../table/client.ts', '../../ui/Button.tsx'],
  'charts/Bars.tsx': ['recharts', '../ui/Button.tsx', '../domain/labels.ts'],
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
  'table/worker/main.ts': ['../protocol.ts', '../../files/parse.ts'],
  'files/parse.ts': ['papaparse', 'jschardet', 'hucre', '@zip.js/zip.js', '../domain/labels.ts'],
  'domain/labels.ts': [],
  'domain/scores.ts': [],
  'models/evaluate/main.ts': ['../../src/domain/scores.ts', '../../src/inference/protocol.ts'],
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
  { rule: 'ui-imports', file: 'ui/up.ts', imports: '../domain/labels.ts' },
  { rule: 'files-imports', file: 'files/up.ts', imports: '../table/protocol.ts' },
  { rule: 'pipeline-imports', file: 'pipeline/up.ts', imports: '../inference/facade/model.ts' },
  { rule: 'charts-imports', file: 'charts/up.ts', imports: '../table/client.ts' },
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
  { rule: 'app-imports', file: 'app/inside.ts', imports: '../features/text/textStore.ts' },
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
  { rule: 'zip.js-zip.js-has-one-home', file: 'table/worker/unpacks.ts', imports: '@zip.js/zip.js' },
  { rule: 'recharts-has-one-home', file: 'features/text/draws.ts', imports: 'recharts' },
  { rule: 'base-ui-react-has-one-home', file: 'features/text/widget.ts', imports: '@base-ui/react' },
  { rule: 'domain-imports-no-packages', file: 'domain/package.ts', imports: 'zustand' },
  { rule: 'core-without-react', file: 'pipeline/hook.ts', imports: 'react' },
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
