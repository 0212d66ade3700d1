// The stubbed build: the product with a stub for the model's session, and a model folder whose golden texts are the
// stub's. Never part of dist.
import { createHash } from 'node:crypto'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { mergeConfig } from 'vite'
import product from '../../vite.config.ts'
import { STUB_DIST } from './stubDist.mjs'
import { stubLogits } from './stubLogits.mjs'

const TEXTS = ['Fine.', 'Broken since the update.', 'It opens.', 'Great!', 'No.', 'Why?']

const stubSession = {
  name: 'stub-session',
  enforce: 'pre',
  resolveId: (source) =>
    source.endsWith('/wasmSession.ts')
      ? fileURLToPath(new URL('stubSession.mjs', import.meta.url))
      : undefined,
}

const stubModel = {
  name: 'stub-model',
  async closeBundle() {
    const [name] = await readdir(`${STUB_DIST}/models`)
    const folder = `${STUB_DIST}/models/${name}`
    const weights = 'onnx/stub.onnx'
    const golden = TEXTS.map((text) => ({
      text,
      logits: { [weights]: [...stubLogits(Array.from(text, (character) => character.charCodeAt(0)))] },
    }))
    const files = {
      'calibration.json': {
        temperature: 1,
        bias: [0, 0, 0],
        notSureBelow: 0.5,
        window: { pieces: 256, overlap: 64 },
      },
      'golden.json': { tolerance: { probability: 0.001 }, texts: golden },
      [weights]: 'stub',
    }
    await mkdir(`${folder}/onnx`, { recursive: true })
    const listed = []
    for (const [path, content] of Object.entries(files)) {
      const bytes = Buffer.from(JSON.stringify(content))
      await writeFile(`${folder}/${path}`, bytes)
      listed.push({ path, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') })
    }
    const manifest = {
      name: 'stub',
      labels: ['negative', 'neutral', 'positive'],
      backends: { wasm: weights },
      files: listed,
    }
    await writeFile(`${folder}/manifest.json`, JSON.stringify(manifest))
  },
}

export default mergeConfig(product, {
  build: { outDir: STUB_DIST, emptyOutDir: true },
  plugins: [stubModel],
  worker: { plugins: () => [stubSession] },
})
