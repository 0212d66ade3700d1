import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { buildFolder } from '../staticServer.ts'
import { builtInModel } from './builtIn.ts'

interface Manifest {
  files: { path: string; bytes: number; sha256: string }[]
}

/**
 * From now on the site's model brings only its first `count` references: a graphics card made of software takes a
 * second for each. Weights and answers stay the real ones.
 */
export async function bringFewReferences(page: Page, count: number): Promise<void> {
  const folder = join(buildFolder(), 'models', builtInModel())
  const read = (path: string): unknown => JSON.parse(readFileSync(join(folder, path), 'utf8'))
  const golden = read('golden.json') as { texts: unknown[] }
  const body = Buffer.from(JSON.stringify({ ...golden, texts: golden.texts.slice(0, count) }))
  const sha256 = createHash('sha256').update(body).digest('hex')
  const manifest = read('manifest.json') as Manifest
  const files = manifest.files.map((file) =>
    file.path === 'golden.json' ? { ...file, bytes: body.length, sha256 } : file,
  )
  await page.route('**/golden.json', (route) => route.fulfill({ body }))
  await page.route('**/manifest.json', (route) => route.fulfill({ json: { ...manifest, files } }))
}
