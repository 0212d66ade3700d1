import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './fixtures.ts'
import { buildFolder } from './staticServer.ts'
import { builtInModel } from './support/builtIn.ts'
import { loadModel, read, startGpuWorker } from './support/gpuWorker.ts'
import { workersNamed } from './support/workers.ts'

// A graphics card made of software: right to the last digit that matters, and a hundred times slower than the processor.
test.slow()

interface Golden {
  tolerance: { probability: number }
  texts: { text: string; logits: Record<string, [number, number, number]> }[]
}

const folder = join(buildFolder(), 'models', builtInModel())
const golden = JSON.parse(readFileSync(join(folder, 'golden.json'), 'utf8')) as Golden

function softmax(logits: readonly number[]): number[] {
  const weights = logits.map(Math.exp)
  const sum = weights.reduce((a, b) => a + b, 0)
  return weights.map((weight) => weight / sum)
}

test('the graphics worker reproduces references of the model, in one batch, under the page’s policy', async ({
  page,
}) => {
  await page.goto('.')
  const worker = await startGpuWorker(page)
  // A device this slow is given the smallest batches there are.
  expect(await loadModel(worker)).toEqual({ batchTokens: 256 })

  const references = golden.texts.slice(0, 3)
  const answers = await read(worker, ['', ...references.map(({ text }) => text)])
  expect(answers).toHaveLength(4)
  for (const [index, { logits }] of references.entries()) {
    const probabilities = softmax(answers[index + 1]!.logits)
    for (const [label, probability] of softmax(logits['onnx/model_w8.onnx']!).entries()) {
      expect(Math.abs(probabilities[label]! - probability)).toBeLessThan(golden.tolerance.probability)
    }
  }
})

test('a lost graphics card rejects what waits and what comes later, and the worker still listens', async ({
  page,
  noise,
}) => {
  // The runtime tells the console what it could not finish.
  noise.expect(/ort-wasm-simd-threaded[.]jspi/)
  await page.goto('.')
  const worker = await startGpuWorker(page)
  const [running] = await workersNamed(page, 'undertone-gpu')
  await running!.evaluate(() => {
    // Keeps hold of the device that the worker asks for, so that the test can lose it.
    // eslint-disable-next-line @typescript-eslint/unbound-method -- called with its adapter below
    GPUAdapter.prototype.requestDevice = new Proxy(GPUAdapter.prototype.requestDevice, {
      apply: async (request, adapter: GPUAdapter, descriptors: [GPUDeviceDescriptor?]) => {
        const device = await Reflect.apply(request, adapter, descriptors)
        addEventListener('lose the card', () => device.destroy())
        return device
      },
    })
  })
  await loadModel(worker)

  const waiting = read(worker, ['I love it.']).catch((error: unknown) => String(error))
  await running!.evaluate(() => dispatchEvent(new Event('lose the card')))
  expect(await waiting).toContain('gpu-lost')
  await expect(read(worker, ['I love it.'])).rejects.toThrow('gpu-lost')
  expect(await worker.evaluate((gpu) => gpu.call('ping', null))).toBeNull()
})
