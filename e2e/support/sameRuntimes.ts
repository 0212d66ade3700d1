import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Tokenizer } from '@huggingface/tokenizers'
import type { Page } from '@playwright/test'
import { mixedTexts } from '../../src/testing/mixedTexts.ts'
import { expect } from '../fixtures.ts'
import { buildFolder } from '../staticServer.ts'
import { builtInModel } from './builtIn.ts'

const RUNTIME = join(import.meta.dirname, '../../node_modules/onnxruntime-web/dist')
const VARIANTS = [
  { api: 'ort.wasm.min.mjs', glue: 'ort-wasm-simd-threaded' },
  { api: 'ort.jspi.min.mjs', glue: 'ort-wasm-simd-threaded.jspi' },
]
/** Pieces of the longest window, special ones included. */
const WINDOW = 256

type Variant = (typeof VARIANTS)[number]

/** What the test uses of onnxruntime-web, which is fetched inside the page. */
interface Runtime {
  env: { wasm: { numThreads: number; wasmPaths: { mjs: string; wasm: string } } }
  Tensor: new (type: 'int64', data: BigInt64Array, dims: number[]) => object
  InferenceSession: {
    create: (
      weights: Uint8Array,
      options: { executionProviders: string[] },
    ) => Promise<{ run: (inputs: Record<string, object>) => Promise<{ logits: { data: Float32Array } }> }>
  }
}

/** Ids of mixed texts, cut at the first window. */
function rows(count: number): number[][] {
  const folder = join(buildFolder(), 'models', builtInModel())
  const read = (name: string): object => JSON.parse(readFileSync(join(folder, name), 'utf8')) as object
  const tokenizer = new Tokenizer(read('tokenizer.json'), read('tokenizer_config.json'))
  return mixedTexts(count).map((text) => {
    const { ids } = tokenizer.encode(text)
    return ids.length <= WINDOW ? ids : [...ids.slice(0, WINDOW - 1), ids.at(-1)!]
  })
}

/** The plain runtime and the one for WebGPU give `count` mixed texts the same bits on the processor. */
export async function expectSameRuntimes(page: Page, count: number): Promise<void> {
  // The build holds the runtimes inside its workers; here they stand side by side under the site's own address.
  await page.route('**/runtime/*', (route) =>
    route.fulfill({ path: join(RUNTIME, new URL(route.request().url()).pathname.split('/').at(-1)!) }),
  )
  await page.goto('.')

  const read = ({ api, glue }: Variant): Promise<number[][]> =>
    page.evaluate(
      async ({ script, name, model, texts }) => {
        const runtime = new URL('runtime/', location.href).href
        const { env, InferenceSession, Tensor } = (await import(runtime + script)) as Runtime
        env.wasm.numThreads = 1
        env.wasm.wasmPaths = { mjs: `${runtime}${name}.mjs`, wasm: `${runtime}${name}.wasm` }
        const response = await fetch(`models/${model}/onnx/model_quantized.onnx`)
        const weights = new Uint8Array(await response.arrayBuffer())
        const session = await InferenceSession.create(weights, { executionProviders: ['wasm'] })
        const answers: number[][] = []
        for (const ids of texts) {
          const dims = [1, ids.length]
          const { logits } = await session.run({
            input_ids: new Tensor('int64', BigInt64Array.from(ids, BigInt), dims),
            attention_mask: new Tensor('int64', new BigInt64Array(ids.length).fill(1n), dims),
          })
          answers.push([...logits.data])
        }
        return answers
      },
      { script: api, name: glue, model: builtInModel(), texts: rows(count) },
    )

  const [plain, jspi] = [await read(VARIANTS[0]!), await read(VARIANTS[1]!)]
  expect(plain).toHaveLength(count)
  expect(jspi).toEqual(plain)
}
