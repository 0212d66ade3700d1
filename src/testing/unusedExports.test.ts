import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'undertone-exports-')))

afterAll(() => rmSync(folder, { recursive: true }))

const TREE: Record<string, string> = {
  'package.json': '{ "name": "planted", "type": "module" }',
  'src/main.tsx': "import { used } from './parts.ts'\nconsole.log(used)\n",
  'src/parts.ts': [
    'export const used = 1',
    'export const nobodysConstant = 2',
    'export const onlyItsTests = 3',
    '/** @internal Its test has a reason. */',
    'export const marked = 4',
    'export type NobodysType = string',
  ].join('\n'),
  'src/parts.test.ts':
    "import { marked, onlyItsTests } from './parts.ts'\nimport { helpful } from './testing/help.ts'\nvoid [marked, onlyItsTests, helpful]\n",
  'src/testing/help.ts': 'export const helpful = 1\nexport const helpless = 2\n',
}

it('finds exports that nobody imports, or only their own test', () => {
  for (const [path, text] of Object.entries(TREE)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  copyFileSync(join(ROOT, '.knip.mjs'), join(folder, '.knip.mjs'))
  const { status, stdout } = spawnSync(process.execPath, [join(ROOT, '.ci/lint-exports.mjs')], {
    cwd: folder,
    encoding: 'utf8',
  })
  expect(status).toBe(1)
  const found = Array.from(
    stdout.matchAll(/^(\w+) .*src\/(?:parts|testing\/help)[.]ts:/gm),
    ([, name]) => name,
  )
  expect(new Set(found)).toEqual(new Set(['nobodysConstant', 'onlyItsTests', 'NobodysType', 'helpless']))
})
