import { afterEach, expect, it, vi } from 'vitest'
import { classifySentences } from '../../pipeline/classifySentences.ts'
import { fakeLogits } from '../../testing/fakeEngine.ts'
import { begun, fullyProved, testModel, withGpu } from '../../testing/testModel.ts'

const ROWS = Array.from({ length: 600 }, (_, row) => `row ${row} of a file that is being read`)
const SENTENCES = ['The plans are good.', 'The update is bad!', 'It has a menu.']
const TEXT = SENTENCES.join(' ')

afterEach(() => vi.unstubAllGlobals())

/** A gate that texts of the file wait at until it is opened. */
function gate() {
  let open = (): void => undefined
  const opened = new Promise<void>((resolve) => (open = resolve))
  return { open, onText: (text: string) => (text.startsWith('row') ? opened : undefined) }
}

it('beside a graphics card that reads a batch, sentences are read on WebAssembly and wait for none of it', async () => {
  const { open, onText } = gate()
  const seenByGpu: string[] = []
  const tested = await withGpu({
    gpuEngine: () => ({
      onText: (text) => {
        seenByGpu.push(text)
        return onText(text)
      },
    }),
  })
  expect(await begun(tested)).toEqual({ status: 'in-use' })
  const batch = tested.model.classify(ROWS, { for: 'batch' })
  await vi.waitFor(() => expect(seenByGpu).toContain(ROWS[0]))

  const { value } = await classifySentences(TEXT, tested.model).next()
  expect(value?.sentences.map(({ text }) => text)).toEqual(SENTENCES)
  expect(seenByGpu.filter((text) => SENTENCES.includes(text))).toEqual([])
  open()
  expect(await batch).toEqual(ROWS.map(fakeLogits))
})

it('on WebAssembly alone, sentences are read before the units of a batch that wait', async () => {
  const { open, onText } = gate()
  const seen: string[] = []
  const tested = await testModel({
    engine: () => ({
      onText: (text) => {
        seen.push(text)
        return onText(text)
      },
    }),
  })
  await tested.model.load()
  await fullyProved(tested)
  const batch = tested.model.classify(ROWS, { for: 'batch' })
  await vi.waitFor(() => expect(seen).toContain(ROWS[0]))

  const sentences = classifySentences(TEXT, tested.model).next()
  open()
  expect((await sentences).value?.sentences).toHaveLength(SENTENCES.length)
  // What a worker was given already it reads to its end: two units.
  const rowsBefore = seen.filter((text) => text.startsWith('row')).length
  expect(rowsBefore).toBeLessThan(ROWS.length / 4)
  await batch
})

it('many texts for a person stay off the graphics card, and a single one for a batch is read by it', async () => {
  const seenByGpu: string[] = []
  const tested = await withGpu({ gpuEngine: () => ({ onText: (text) => void seenByGpu.push(text) }) })
  await begun(tested)
  seenByGpu.length = 0
  await tested.model.classify(SENTENCES, { for: 'person' })
  expect(seenByGpu).toEqual([])
  await tested.model.classify(['last row'], { for: 'batch' })
  expect(seenByGpu).toEqual(['last row'])
})
