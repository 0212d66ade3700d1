import { expect, test } from './fixtures.ts'
import { loadModel, startGpuWorker } from './support/gpuWorker.ts'

test('without a graphics card the worker says so and fetches no runtime', async ({ page }) => {
  const asked: string[] = []
  page.context().on('request', (request) => asked.push(request.url()))
  await page.goto('.')
  const worker = await startGpuWorker(page)
  await expect(loadModel(worker)).rejects.toThrow('gpu-missing')
  expect(asked.filter((url) => url.includes('jspi'))).toEqual([])
})
