import { describe, expect, it } from 'vitest'
import type { Standing } from '../../inference/gpu/candidate.ts'
import type { ReadyState } from '../../inference/facade/modelState.ts'
import { READY } from '../../testing/fakeModel.ts'
import { fetchedWords, statusWords } from './modelWords.ts'

function ready(standing: Standing, proved = true): ReadyState {
  const { wasm, webgpu } = READY.candidates
  return {
    ...READY,
    candidates: { wasm: { ...wasm, proof: proved ? wasm.proof : null }, webgpu: { ...webgpu, standing } },
  }
}

describe('statusWords', () => {
  it.each<{ what: string; state: ReadyState; words: string }>([
    { what: 'wasm alone', state: READY, words: 'Ready. Matches the reference on this device' },
    {
      what: 'a graphics card in use',
      state: ready({ status: 'in-use' }),
      words: 'Ready on the graphics card. Matches the reference on this device',
    },
    {
      what: 'a graphics card in use without references',
      state: ready({ status: 'in-use' }, false),
      words: 'Ready on the graphics card. Agrees with WebAssembly on this device',
    },
    {
      what: 'no references',
      state: ready({ status: 'untried' }, false),
      words: 'Ready. Not checked: this model brings no reference answers',
    },
    {
      what: 'a graphics card on trial',
      state: ready({ status: 'checking' }),
      words: 'Ready. Checking the graphics card',
    },
    {
      what: 'a graphics card that gave other answers',
      state: ready({ status: 'refused', why: 'disagrees', detail: null }),
      words: 'Ready on WebAssembly. The graphics card gave other answers and is not used',
    },
    {
      what: 'a graphics card that was lost',
      state: ready({ status: 'refused', why: 'lost', detail: null }),
      words: 'Ready on WebAssembly. The graphics card stopped answering',
    },
    {
      what: 'a slower graphics card',
      state: ready({ status: 'refused', why: 'slower', detail: null }),
      words: 'Ready. Matches the reference on this device',
    },
  ])('with $what: $words', ({ state, words }) => {
    expect(statusWords(state)).toBe(words)
  })

  it('are the same while bytes are counted', () => {
    const words = [0, 5, 10].map((loaded) => statusWords({ status: 'fetching', loaded, total: 10 }))
    expect(new Set(words).size).toBe(1)
  })
})

describe('fetchedWords', () => {
  it.each([
    { loaded: 4_200_000, total: 10_900_000, words: '4.2 of 10.9 MB' },
    { loaded: 200_000, total: 10_900_000, words: '200 kB of 10.9 MB' },
    { loaded: 0, total: 226_000, words: '0 bytes of 226 kB' },
  ])('$words', ({ words, ...bytes }) => {
    expect(fetchedWords(bytes)).toBe(words)
  })
})
