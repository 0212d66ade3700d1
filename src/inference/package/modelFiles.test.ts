import { afterEach, describe, expect, it, vi } from 'vitest'
import { toProblem } from '../../domain/errors.ts'
import { nextMacrotask } from '../../lib/macrotask.ts'
import { asBytes, fakeModelHost, FOLDER, manifestOf, memoryStorage } from '../../testing/fakeModelHost.ts'
import { fetchModelFiles, type FetchOptions, type ModelFiles } from './modelFiles.ts'
import type { ModelStorage } from './modelStorage.ts'

const CONFIG = asBytes('{"labels":3}')
const WEIGHTS = new Uint8Array(1000).map((_, index) => index)
const FILES = {
  'config.json': CONFIG,
  'onnx/model.onnx': WEIGHTS,
  'onnx/for_gpu.onnx': asBytes('not needed'),
}
const WANTED = ['config.json', 'onnx/model.onnx']
const TOTAL = CONFIG.length + WEIGHTS.length

afterEach(() => vi.unstubAllGlobals())

interface Fetching {
  files: Promise<ModelFiles>
  progress: [loaded: number, total: number][]
}

function start(storage: ModelStorage = memoryStorage()): Fetching {
  const progress: Fetching['progress'] = []
  const onProgress: FetchOptions['onProgress'] = (...step) => progress.push(step)
  return { files: fetchModelFiles({ folder: FOLDER, storage, onProgress }), progress }
}

/** Bytes in chunks; `breakOff` fails after the last of them. */
function streamed(chunks: Uint8Array<ArrayBuffer>[], breakOff = false): () => Response {
  return () =>
    new Response(
      new ReadableStream({
        start(controller) {
          for (const chunk of chunks) controller.enqueue(chunk)
          if (!breakOff) controller.close()
        },
        pull(controller) {
          controller.error(new TypeError('network error'))
        },
      }),
    )
}

const html = (): Response =>
  new Response('<!doctype html>', { headers: { 'content-type': 'text/html; charset=utf-8' } })

describe('from the network', () => {
  it('fetches the manifest and each file once, without the weights of other backends', async () => {
    const { asked } = await fakeModelHost(FILES)
    const { files } = await start().files
    expect(asked.toSorted()).toEqual([...WANTED, 'manifest.json'].toSorted())
    expect(files).toEqual(WANTED.map((path) => ({ path, bytes: FILES[path as keyof typeof FILES] })))
  })

  it('tells where files came from, their size, and that they are stored', async () => {
    await fakeModelHost(FILES)
    expect(await start().files).toMatchObject({ source: 'network', bytes: TOTAL, notStored: null })
  })

  it('keeps every file for the next visit', async () => {
    await fakeModelHost(FILES)
    const storage = memoryStorage()
    await start(storage).files
    expect(Object.keys(storage.stored).toSorted()).toEqual(
      [...WANTED, 'manifest.json'].map((path) => FOLDER + path).toSorted(),
    )
  })

  it('puts a file together that arrives in pieces', async () => {
    const { answer } = await fakeModelHost(FILES)
    answer('onnx/model.onnx', streamed([WEIGHTS.slice(0, 10), WEIGHTS.slice(10, 11), WEIGHTS.slice(11)]))
    expect((await start().files).files[1]?.bytes).toEqual(WEIGHTS)
  })

  it('goes on without storage and tells the reason', async () => {
    await fakeModelHost(FILES)
    const { files, notStored } = await start(memoryStorage('The quota has been exceeded.')).files
    expect(files).toHaveLength(WANTED.length)
    expect(notStored).toBe('The quota has been exceeded.')
  })
})

describe('progress', () => {
  it('counts bytes that never fall, of a total that stays, and ends at it', async () => {
    const { answer } = await fakeModelHost(FILES)
    answer('onnx/model.onnx', streamed([WEIGHTS.slice(0, 300), WEIGHTS.slice(300, 600), WEIGHTS.slice(600)]))
    const { files, progress } = start()
    await files
    const loaded = progress.map(([bytes]) => bytes)
    expect(loaded).toEqual(loaded.toSorted((a, b) => a - b))
    expect(loaded.length).toBeGreaterThan(3)
    expect(progress.at(-1)).toEqual([TOTAL, TOTAL])
    expect(new Set(progress.map(([, total]) => total))).toEqual(new Set([TOTAL]))
  })

  it('never passes the total, even when a host sends more than the manifest says', async () => {
    const { answer } = await fakeModelHost(FILES)
    answer('onnx/model.onnx', () => new Response(new Uint8Array(5000)))
    const { files, progress } = start()
    await files.catch(() => undefined)
    expect(Math.max(...progress.map(([loaded]) => loaded))).toBe(TOTAL)
  })

  it('ends at the total when everything is stored', async () => {
    await fakeModelHost(FILES)
    const storage = memoryStorage()
    await start(storage).files
    const again = start(storage)
    await again.files
    expect(again.progress.at(-1)).toEqual([TOTAL, TOTAL])
  })

  it('stops when a file fails, though others are still on their way', async () => {
    const { answer, aborted } = await fakeModelHost(FILES)
    answer('config.json', () => new Response('', { status: 404 }))
    const cancelled = vi.fn()
    answer('onnx/model.onnx', () => {
      const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
        pull: async (controller) => {
          await nextMacrotask()
          controller.enqueue(WEIGHTS.slice(0, 1))
        },
        cancel: cancelled,
      })
      return new Response(body)
    })
    const { files, progress } = start()
    await files.catch(() => undefined)
    const steps = progress.length
    for (let turn = 0; turn < 10; turn += 1) await nextMacrotask()
    expect(progress).toHaveLength(steps)
    expect(cancelled).toHaveBeenCalled()
    expect(aborted).toContain('onnx/model.onnx')
  })
})

describe('what is wrong', () => {
  it.each([
    { what: 'a file is absent', make: () => new Response('', { status: 404 }), code: 'model-missing' },
    { what: 'the host fails', make: () => new Response('', { status: 500 }), code: 'model-missing' },
    { what: 'the host answers with its start page', make: html, code: 'model-missing' },
    { what: 'there is no connection', make: null, code: 'model-missing' },
    {
      what: 'the connection breaks off',
      make: streamed([WEIGHTS.slice(0, 500)], true),
      code: 'model-missing',
    },
    { what: 'a byte is wrong', make: () => new Response(WEIGHTS.toReversed()), code: 'model-corrupt' },
    { what: 'the file is cut', make: () => new Response(WEIGHTS.slice(0, 999)), code: 'model-corrupt' },
    { what: 'the file is empty', make: () => new Response(null), code: 'model-corrupt' },
  ])('$what: $code', async ({ make, code }) => {
    const { answer } = await fakeModelHost(FILES)
    answer('onnx/model.onnx', make)
    const storage = memoryStorage()
    const problem = await start(storage).files.catch(toProblem)
    expect(problem).toMatchObject({ code, message: expect.stringContaining('onnx/model.onnx') as string })
    expect(storage.stored).not.toHaveProperty([`${FOLDER}onnx/model.onnx`])
  })

  it.each([
    { what: 'is absent', make: () => new Response('', { status: 404 }), code: 'model-missing' },
    { what: 'is the host’s start page', make: html, code: 'model-missing' },
    { what: 'cannot be fetched', make: null, code: 'model-missing' },
    { what: 'is not JSON', make: () => new Response('{"name":'), code: 'model-corrupt' },
    { what: 'is another JSON', make: () => new Response('{}'), code: 'model-corrupt' },
  ])('a manifest that $what: $code', async ({ make, code }) => {
    const { answer } = await fakeModelHost(FILES)
    answer('manifest.json', make)
    expect(await start().files.catch(toProblem)).toMatchObject({ code })
  })

  it('does not keep a manifest that it cannot read', async () => {
    const { answer } = await fakeModelHost(FILES)
    answer('manifest.json', () => new Response('{}'))
    const storage = memoryStorage()
    await start(storage).files.catch(() => undefined)
    expect(storage.stored).toEqual({})
  })

  it('can be tried again, fetching only what is not there yet', async () => {
    const { answer, asked } = await fakeModelHost(FILES)
    const storage = memoryStorage()
    answer('onnx/model.onnx', () => new Response('', { status: 503 }))
    await start(storage).files.catch(() => undefined)
    await vi.waitFor(() => expect(storage.stored).toHaveProperty([`${FOLDER}config.json`]))
    answer('onnx/model.onnx', () => new Response(WEIGHTS))
    asked.length = 0
    await start(storage).files
    expect(asked).toEqual(['manifest.json', 'onnx/model.onnx'])
  })
})

describe('on the next visit', () => {
  async function visited(): Promise<ReturnType<typeof memoryStorage>> {
    const storage = memoryStorage()
    await start(storage).files
    return storage
  }

  it('takes stored files and asks only for the manifest', async () => {
    const { asked } = await fakeModelHost(FILES)
    const storage = await visited()
    asked.length = 0
    expect(await start(storage).files).toMatchObject({ source: 'browser storage', notStored: null })
    expect(asked).toEqual(['manifest.json'])
  })

  it('works offline', async () => {
    const { goOffline } = await fakeModelHost(FILES)
    const storage = await visited()
    goOffline()
    const { files, source } = await start(storage).files
    expect(files.map(({ path }) => path)).toEqual(WANTED)
    expect(source).toBe('browser storage')
  })

  it('fetches a stored file again that is damaged, and stores the good one', async () => {
    const { asked } = await fakeModelHost(FILES)
    const storage = await visited()
    storage.stored[`${FOLDER}onnx/model.onnx`] = WEIGHTS.slice(1)
    asked.length = 0
    expect(await start(storage).files).toMatchObject({ source: 'network' })
    expect(asked).toEqual(['manifest.json', 'onnx/model.onnx'])
    expect(storage.stored[`${FOLDER}onnx/model.onnx`]).toEqual(WEIGHTS)
  })

  it('throws a damaged file away even when it cannot be fetched again', async () => {
    const { goOffline } = await fakeModelHost(FILES)
    const storage = await visited()
    storage.stored[`${FOLDER}onnx/model.onnx`] = WEIGHTS.slice(1)
    goOffline()
    expect(await start(storage).files.catch(toProblem)).toMatchObject({ code: 'model-missing' })
    expect(storage.stored).not.toHaveProperty([`${FOLDER}onnx/model.onnx`])
  })

  it('sees a new deployment', async () => {
    await fakeModelHost(FILES)
    const storage = await visited()
    const NEW = { ...FILES, 'config.json': asBytes('{"labels":4}') }
    const { answer, asked } = await fakeModelHost(NEW)
    const manifest = await manifestOf(NEW)
    answer('manifest.json', () => new Response(manifest))
    const { files } = await start(storage).files
    expect(files[0]?.bytes).toEqual(NEW['config.json'])
    expect(asked).toEqual(['manifest.json', 'config.json'])
  })
})
