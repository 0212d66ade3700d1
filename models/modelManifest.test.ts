import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { spawnSync } from 'node:child_process'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeModelFolder } from '../e2e/onnx/modelFolder.mjs'
import { parseManifest } from '../src/inference/package/manifest.ts'
import { BUILT_IN_MODEL, builtInJson } from '../src/testing/builtInModel.ts'
import { asksForLabels, makeManifest } from './modelManifest.ts'

let folder = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'manifest-'))
})

afterEach(() => rm(folder, { recursive: true }))

async function place(labels: readonly string[], name = 'mine'): Promise<string> {
  const target = join(folder, name)
  for (const [path, bytes] of makeModelFolder({ labels, votes: {} })) {
    await mkdir(dirname(join(target, path)), { recursive: true })
    await writeFile(join(target, path), bytes)
  }
  return target
}

describe('the manifest of a folder', () => {
  it('of the shipped model is the one it was shipped with', async () => {
    expect(await makeManifest(BUILT_IN_MODEL)).toEqual(builtInJson('manifest.json'))
  })

  it('names the folder, sizes and hashes, and can be read by the page', async () => {
    const manifest = await makeManifest(await place(['NEG', 'POS']))
    expect(manifest.name).toBe('mine')
    expect(manifest.files.map(({ path }) => path)).toEqual([
      'config.json',
      'onnx/model_quantized.onnx',
      'tokenizer.json',
      'tokenizer_config.json',
    ])
    expect(parseManifest(manifest)).toMatchObject({
      wasmWeights: 'onnx/model_quantized.onnx',
      webgpuWeights: null,
    })
  })

  it('leaves out whatever else lies in the folder, an earlier manifest included', async () => {
    const path = await place(['NEG', 'POS'])
    const before = await makeManifest(path)
    await writeFile(join(path, 'manifest.json'), '{}')
    await writeFile(join(path, 'README.md'), 'about')
    await cp(join(path, 'onnx/model_quantized.onnx'), join(path, 'onnx/model_fp16.onnx'))
    expect(await makeManifest(path)).toEqual(before)
  })

  it.each([
    { own: ['NEG', 'POS'], labels: ['negative', 'positive'], asks: false },
    { own: ['1 star', '2 stars', '3 stars'], labels: ['negative', 'neutral', 'positive'], asks: false },
    { own: ['LABEL_0', 'LABEL_1'], labels: ['LABEL_0', 'LABEL_1'], asks: true },
  ])('has labels $labels for a model with $own', async ({ own, labels, asks }) => {
    const manifest = await makeManifest(await place(own))
    expect(manifest.labels).toEqual(labels)
    expect(asksForLabels(manifest)).toBe(asks)
  })

  it('has the labels and the name that it is told', async () => {
    const path = await place(['LABEL_0', 'LABEL_1'])
    const manifest = await makeManifest(path, { name: 'Stars', labels: ['positive', 'negative'] })
    expect(manifest).toMatchObject({ name: 'Stars', labels: ['positive', 'negative'] })
  })

  it.each([
    { labels: ['positive'], says: 'The model has 2 labels (LABEL_0, LABEL_1), and 1 were given' },
    { labels: ['good', 'bad'], says: '“good” is none of negative, neutral, positive' },
  ])('is not made with the labels $labels', async ({ labels, says }) => {
    await expect(makeManifest(await place(['LABEL_0', 'LABEL_1']), { labels })).rejects.toThrow(says)
  })

  it('is not made with a golden set that the page could not read', async () => {
    const path = await place(['NEG', 'POS'])
    await writeFile(join(path, 'golden.json'), '{"texts":[]}')
    await expect(makeManifest(path)).rejects.toThrow('golden.json cannot be used')
  })
})

describe('npm run manifest', () => {
  /** As npm starts it: from the package's folder, with the caller's in the environment. */
  function command(...args: string[]) {
    const env = { ...process.env, INIT_CWD: folder }
    const main = join(import.meta.dirname, 'manifest.ts')
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', main, ...args], {
      env,
    })
    return { status, out: stdout.toString(), err: stderr.toString() }
  }

  it('writes the file into the folder and says what the page will do with it', async () => {
    await place(['LABEL_0', 'LABEL_1'])
    const { status, out, err } = command('mine', '--name', 'Mine')
    expect({ status, err }).toEqual({ status: 0, err: '' })
    expect(out).toContain('manifest.json of Mine: 4 files')
    expect(out).toContain('The page will ask what these labels mean')
    const written: unknown = JSON.parse(await readFile(join(folder, 'mine/manifest.json'), 'utf8'))
    expect(parseManifest(written).name).toBe('Mine')
  })

  it.each([
    { args: [], status: 2, says: 'Name the one folder' },
    { args: ['mine', '--lables', 'x'], status: 2, says: '--lables' },
    { args: ['none'], status: 1, says: 'ENOENT' },
  ])('ends with status $status for $args', ({ args, status, says }) => {
    const ended = command(...args)
    expect(ended.status).toBe(status)
    expect(ended.err).toContain(says)
  })

  it('tells in a sentence why a folder is of no use', async () => {
    await mkdir(join(folder, 'empty'))
    expect(command('empty').err).toBe('There is no config.json, which says what kind of model it is.\n')
  })
})
