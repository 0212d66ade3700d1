import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const DOCS = [
  'ARCHITECTURE.md',
  'src/README.md',
  'src/workbench/README.md',
  'src/features/batch/README.md',
  'src/inference/README.md',
  'src/table/README.md',
  'src/files/README.md',
  'e2e/README.md',
]

/** Every file that is not made by an install, a build or a run. */
const FILES = filesIn('').map((path) => path.slice(1))

function filesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (/^(?:node_modules|dist|[.]git|[.]vite|.*-results|playwright-report|__pycache__)$/.test(entry.name))
      return []
    return entry.isDirectory() ? filesIn(path) : [path]
  })
}

/** Paths in code spans: files of the kinds that are written here, and folders with a slash at the end. */
function pathsIn(text: string): string[] {
  const spans = [...text.matchAll(/`([^`\n]+)`/g)].flatMap(([, span]) => span ?? [])
  return spans.filter(
    (span) => /^[\w./-]+(?:\.(?:tsx?|mjs|json|md)|\/)$/.test(span) && span !== 'NameView.tsx',
  )
}

/** Whether a path is the end of some file's, or a folder on the way to one. */
function exists(path: string): boolean {
  const folder = path.endsWith('/')
  return FILES.some((file) =>
    folder ? `/${file}`.includes(`/${path}`) : file === path || file.endsWith(`/${path}`),
  )
}

describe.each(DOCS)('%s', (doc) => {
  const text = readFileSync(join(ROOT, doc), 'utf8')

  it('names files and folders that are there', () => {
    // What is made by a build, or by whoever follows the steps.
    const made = ['config.json', 'bench-results/screens', 'manifest.json', 'worker/']
    const missing = pathsIn(text).filter((path) => !made.includes(path) && !exists(path))
    expect(missing).toEqual([])
  })

  it('links to what is there', () => {
    const folder = doc.split('/').slice(0, -1).join('/')
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].flatMap(([, link]) => link ?? [])
    const missing = links.filter((link) => !FILES.includes(join(folder, link)))
    expect(missing).toEqual([])
  })
})

it('ARCHITECTURE.md stays a map: at most 1,300 words', () => {
  const words = readFileSync(join(ROOT, 'ARCHITECTURE.md'), 'utf8').split(/\s+/).length
  expect(words).toBeLessThanOrEqual(1300)
})

it('files are as short as src/README.md says', () => {
  const product = FILES.filter((path) => /^src\/(?!testing\/).*(?<!\.test)\.tsx?$/.test(path))
  const lengths = product
    .map((path) => readFileSync(join(ROOT, path), 'utf8').split('\n').length - 1)
    .toSorted((a, b) => a - b)
  const at = (share: number): number => lengths[Math.floor(share * (lengths.length - 1))] ?? NaN
  expect(lengths.length).toBeGreaterThan(300)
  expect([at(0.5) < 50, at(0.9) < 120, at(1) <= 300]).toEqual([true, true, true])
})
