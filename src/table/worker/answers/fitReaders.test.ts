import { describe, expect, it, vi } from 'vitest'
import type { ReadLanguage } from '../../../domain/otherLanguage.ts'
import { createFitReaders, fitAll } from './fitReaders.ts'

const TEXT = 'one two three four five six'
const MISSING = (): Promise<never> => Promise.reject(new Error('offline'))
const THERE = () => Promise.resolve(() => 1)

async function language(readers: ReturnType<typeof createFitReaders>): Promise<ReadLanguage | null> {
  return (await readers.reader())(TEXT).language
}

describe('the detector', () => {
  it('is waited for when it is on its way', async () => {
    const readers = createFitReaders(THERE)
    readers.prefetch()
    expect(await language(readers)).toBe('other')
  })

  it('is fetched once', async () => {
    const load = vi.fn(THERE)
    const readers = createFitReaders(load)
    readers.prefetch()
    readers.prefetch()
    await readers.reader()
    readers.prefetch()
    expect(load).toHaveBeenCalledOnce()
  })

  it('may be missing', async () => {
    const readers = createFitReaders(MISSING)
    readers.prefetch()
    expect(await language(readers)).toBeNull()
  })

  it('is fetched again after it could not be', async () => {
    const load = vi
      .fn<() => Promise<() => number>>()
      .mockImplementationOnce(MISSING)
      .mockImplementation(THERE)
    const readers = createFitReaders(load)
    readers.prefetch()
    await readers.reader()
    readers.prefetch()
    expect(await language(readers)).toBe('other')
  })

  it('that does not come is waited for once and not long', async () => {
    vi.useFakeTimers()
    let arrive: (lead: () => number) => void = () => undefined
    const readers = createFitReaders(() => new Promise((resolve) => (arrive = resolve)), 1000)
    readers.prefetch()
    const first = language(readers)
    await vi.advanceTimersByTimeAsync(1000)
    expect(await first).toBeNull()
    expect(await language(readers)).toBeNull()
    arrive(() => 1)
    await vi.advanceTimersByTimeAsync(0)
    expect(await language(readers)).toBe('other')
    vi.useRealTimers()
  })
})

describe('very many texts', () => {
  const texts = Array.from({ length: 1200 }, (_, index) => `text ${index}`)

  it('are told in order, with pauses between them', async () => {
    let pauses = 0
    const ticking = setInterval(() => pauses++, 0)
    const read = await createFitReaders(THERE).reader()
    const fits = await fitAll(
      texts,
      (text) => ({
        ...read(text),
        language: text === 'text 700' ? ('other' as const) : ('unclear' as const),
      }),
      new AbortController().signal,
    )
    clearInterval(ticking)
    expect(fits.findIndex(({ language }) => language === 'other')).toBe(700)
    expect(fits).toHaveLength(1200)
    expect(pauses).toBeGreaterThan(0)
  })

  it('are given up when nobody waits any more', async () => {
    const read = await createFitReaders(THERE).reader()
    await expect(fitAll(texts, read, AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' })
  })
})
