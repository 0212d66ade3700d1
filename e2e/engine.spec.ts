import type { Page } from '@playwright/test'
import { formatBytes } from '../src/lib/format.ts'
import { expect, stubTest, test } from './fixtures.ts'
import { expectAccessible } from './support/axe.ts'
import type { BatchPage } from './support/batchPage.ts'
import { graphicsCardBytes } from './support/builtIn.ts'
import { toCsv } from './support/csv.ts'
import { bringFewReferences } from './support/fewReferences.ts'
import { classify } from './support/model.ts'
import { ModelPanel } from './support/modelPanel.ts'
import { COMPLAINT, PRAISE } from './support/reviews.ts'
import { workersNamed } from './support/workers.ts'

// A graphics card made of software takes a second a text.
test.setTimeout(240_000)

const REFERENCES = 3
const TEXTS = [PRAISE, COMPLAINT, 'The package contains two cables and a manual.']
const GPU_WEIGHTS = '**/onnx/model_w8.onnx'
/** How long the check of a slow card may take on a busy machine. */
const CHECKED = { timeout: 150_000 }

async function connection(page: Page, facts: { saveData?: boolean; effectiveType?: string }): Promise<void> {
  await page.addInitScript((said) => {
    Object.defineProperty(navigator, 'connection', { value: { effectiveType: '4g', ...said } })
  }, facts)
}

/** The texts as a file in the Batch view: calls of a batch are what a graphics card reads. */
async function openTexts(batch: BatchPage): Promise<void> {
  await batch.page.getByRole('tab', { name: 'Batch' }).click()
  await batch.choose({ name: 'texts.csv', body: toCsv([['Review'], ...TEXTS.map((review) => [review])]) })
  await batch.opened()
}

function requestsFor(page: Page): string[] {
  const asked: string[] = []
  page.context().on('request', (request) => asked.push(request.url()))
  return asked
}

test('a graphics card that a person asks for is checked, used, and left again where it is slower', async ({
  text,
  batch,
  page,
}) => {
  const panel = new ModelPanel(page)
  await bringFewReferences(page, REFERENCES)
  await text.open()
  await text.ready()
  const alone = await classify(page, TEXTS)
  await panel.open()
  await panel.gpu.check()
  await expect(panel.ofGpu('Now')).toHaveText('In use for batches', CHECKED)
  expect(await panel.row('Agreement')).toEqual(['3 of 3 labels', '3 of 3 labels'])
  await expect(panel.ofGpu('Largest difference')).toHaveText(
    /^(0[.]00\d\d|under 0[.]0001) of 0[.]002 allowed/,
  )
  await expect(panel.ofGpu('Speed')).toHaveText(/^\d+[.]\d texts a second/)
  await panel.close()
  await expect(text.status).toHaveText('Ready on the graphics card. Matches the reference on this device')

  // What a person waits for stays with the weights that read it before, to the last digit.
  expect(await classify(page, TEXTS)).toEqual(alone)
  await openTexts(batch)
  await batch.classify.click()
  await batch.done(CHECKED.timeout)
  const { rows } = await batch.save()
  expect(rows.map(({ sentiment }) => sentiment)).toEqual(alone.map(({ label }) => label))
  for (const [index, { confidence }] of rows.entries()) {
    expect(Math.abs(Number(confidence) - (alone[index]?.confidence ?? NaN))).toBeLessThan(0.005)
  }

  await panel.open()
  await panel.automatic.check()
  await expect(panel.ofGpu('Now')).toHaveText('Not used')
  await expect(panel.dialog.getByText('reads more slowly than WebAssembly')).toBeVisible()
  await panel.close()
  await expect(text.status).toHaveText('Ready. Matches the reference on this device')
  await expect.poll(() => workersNamed(page, 'undertone-gpu')).toEqual([])
})

test('a graphics card whose process dies in the middle of a call costs no answer, and it is said once', async ({
  text,
  batch,
  page,
  noise,
}) => {
  // The runtime tells the console what it could not finish.
  noise.expect(/ort-wasm-simd-threaded[.]jspi/)
  const panel = new ModelPanel(page)
  await bringFewReferences(page, REFERENCES)
  await text.open()
  await text.ready()
  const alone = await classify(page, TEXTS)
  await panel.open()
  await panel.gpu.check()
  await expect(panel.ofGpu('Now')).toHaveText('In use for batches', CHECKED)
  await panel.close()
  await openTexts(batch)
  await batch.classify.click()
  const browser = await page.context().browser()!.newBrowserCDPSession()
  await browser.send('Browser.crashGpuProcess')
  await batch.done(CHECKED.timeout)
  const { rows } = await batch.save()
  expect(rows.map(({ sentiment }) => sentiment)).toEqual(alone.map(({ label }) => label))
  await panel.open()
  await expect(
    panel.dialog.getByText(/^The graphics card stopped answering and was started again/),
  ).toBeVisible()
  await expect(panel.ofGpu('Now')).toHaveText('In use for batches')
})

stubTest('a choice holds for the next visit', async ({ text, page }) => {
  const panel = new ModelPanel(page)
  await text.open()
  await text.ready()
  await panel.open()
  await panel.wasm.check()
  await panel.workers.selectOption('1')
  await page.reload()
  await text.ready()
  await panel.open()
  await expect(panel.wasm).toBeChecked()
  await expect(panel.workers).toHaveValue('1')
  // Arrow keys move between the choices, as between any radio buttons.
  await panel.wasm.focus()
  await page.keyboard.press('ArrowUp')
  await expect(panel.automatic).toBeChecked()
})

test('over a connection that saves data nothing is fetched for the graphics card before a person says so', async ({
  text,
  batch,
  page,
}) => {
  const panel = new ModelPanel(page)
  const asked = requestsFor(page)
  const fetched = (): string[] => asked.filter((url) => /jspi|w8[.]onnx|gpu-worker/.test(url))
  await connection(page, { saveData: true })
  await text.open()
  await text.ready()
  await panel.open()
  await panel.gpu.check()
  await expect(panel.ofGpu('Now')).toHaveText('Waits for you')
  await expect(
    panel.dialog.getByText(`It needs up to ${formatBytes(graphicsCardBytes())} once`),
  ).toBeVisible()
  expect(fetched()).toEqual([])
  await panel.close()

  await page.getByRole('tab', { name: 'Batch' }).click()
  await batch.choose({ name: 'few.csv', body: toCsv([['Review'], ...TEXTS.map((review) => [review])]) })
  await batch.opened()
  await page.getByRole('button', { name: `Fetch up to ${formatBytes(graphicsCardBytes())}` }).click()
  await expect.poll(() => fetched().some((url) => url.endsWith('w8.onnx'))).toBe(true)
  await panel.open()
  await panel.wasm.check()
  await expect(panel.ofGpu('Now')).toHaveText('Not used')
})

test('weights for the graphics card that arrive damaged are told, and WebAssembly goes on', async ({
  text,
  page,
}) => {
  const panel = new ModelPanel(page)
  await page.route(GPU_WEIGHTS, async (route) => {
    const response = await route.fetch()
    const body = await response.body()
    body[body.length >> 1]! ^= 1
    await route.fulfill({ response, body })
  })
  await text.open()
  await text.ready()
  await panel.open()
  await panel.gpu.check()
  await expect(panel.ofGpu('Now')).toHaveText('Not used')
  await expect(panel.dialog.getByText('The graphics card’s files could not be fetched')).toBeVisible()
  await expect(panel.dialog.getByText(/^onnx.model_w8[.]onnx: its SHA-256/)).toBeVisible()
  await panel.close()
  await text.box.fill(PRAISE)
  await text.expectAnswer('Positive')
})

test('Model details is accessible while the graphics card waits, and when it is not used', async ({
  text,
  page,
  noise,
}) => {
  // The browser itself logs requests that fail.
  noise.expect(/Failed to load resource/)
  const panel = new ModelPanel(page)
  await connection(page, { saveData: true })
  await page.route(GPU_WEIGHTS, (route) => route.fulfill({ status: 503 }))
  await text.open()
  await text.ready()
  await panel.open()
  await expectAccessible(page, 'not tried')
  await panel.gpu.check()
  await expect(panel.ofGpu('Now')).toHaveText('Waits for you')
  await expectAccessible(page, 'waits')
  await panel.dialog.getByRole('button', { name: `Fetch up to ${formatBytes(graphicsCardBytes())}` }).click()
  await expect(panel.ofGpu('Now')).toHaveText('Not used')
  await expectAccessible(page, 'not used')
})
