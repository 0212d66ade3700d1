import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { fakeDevice } from '../../testing/fakeDevice.ts'
import { verdictMemory, type Verdict, type VerdictKey } from './verdicts.ts'

const KEY: VerdictKey = { browser: 'browser 1', adapter: 'card', model: 'ab12' }
const PROOF = { texts: 48, labelsEqual: 48, maxDifference: 0.0004, tolerance: 0.002 }
const FASTER: Verdict = { outcome: 'faster', proof: PROOF, webgpu: 2000, wasm: 400 }
const WRONG: Verdict = { outcome: 'disagrees', proof: null, webgpu: null, wasm: null }
const PAGE = 'undertone.verdicts'

describe('remembered verdicts', () => {
  it('are recalled on the next visit', () => {
    const { notebook } = fakeDevice()
    verdictMemory(notebook).remember(KEY, FASTER)
    expect(verdictMemory(notebook).recall(KEY)).toEqual(FASTER)
  })

  it.each<Partial<VerdictKey>>([{ browser: 'browser 2' }, { adapter: 'other card' }, { model: 'cd34' }])(
    'do not hold for %o',
    (other) => {
      const memory = verdictMemory(fakeDevice().notebook)
      memory.remember(KEY, FASTER)
      expect(memory.recall({ ...KEY, ...other })).toBeNull()
    },
  )

  it('are replaced by later ones', () => {
    const memory = verdictMemory(fakeDevice().notebook)
    memory.remember(KEY, FASTER)
    memory.remember(KEY, WRONG)
    expect(memory.recall(KEY)).toEqual(WRONG)
  })

  it('can be forgotten, one by one', () => {
    const memory = verdictMemory(fakeDevice().notebook)
    const other = { ...KEY, model: 'cd34' }
    memory.remember(KEY, FASTER)
    memory.remember(other, WRONG)
    memory.forget(KEY)
    expect(memory.recall(KEY)).toBeNull()
    expect(memory.recall(other)).toEqual(WRONG)
  })

  it('are kept for the last eight', () => {
    const memory = verdictMemory(fakeDevice().notebook)
    const keys = Array.from({ length: 9 }, (_, index) => ({ ...KEY, model: `model ${index}` }))
    for (const key of keys) memory.remember(key, FASTER)
    expect(keys.map((key) => memory.recall(key) !== null)).toEqual([false, ...keys.slice(1).map(() => true)])
  })

  const entry = { key: KEY, verdict: FASTER }
  it.each([
    { what: 'another version', json: { version: 2, entries: [entry] } },
    { what: 'no entries', json: { version: 1 } },
    {
      what: 'an outcome of its own',
      json: { version: 1, entries: [{ key: KEY, verdict: { ...FASTER, outcome: 'best' } }] },
    },
    {
      what: 'a key that is cut',
      json: { version: 1, entries: [{ key: { browser: 'x' }, verdict: FASTER }] },
    },
    {
      what: 'a proof of words',
      json: { version: 1, entries: [{ key: KEY, verdict: { ...FASTER, proof: 'good' } }] },
    },
    {
      what: 'a speed of words',
      json: { version: 1, entries: [{ key: KEY, verdict: { ...FASTER, webgpu: 'fast' } }] },
    },
  ])('with $what count for nothing, and are written anew', ({ json }) => {
    const { notebook, kept } = fakeDevice()
    kept.set(PAGE, JSON.stringify(json))
    const memory = verdictMemory(notebook)
    expect(memory.recall(KEY)).toBeNull()
    memory.remember(KEY, FASTER)
    expect(memory.recall(KEY)).toEqual(FASTER)
  })

  it('never throw, whatever somebody wrote there', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const { notebook, kept } = fakeDevice()
        kept.set(PAGE, text)
        expect(verdictMemory(notebook).recall(KEY)).toBeNull()
      }),
    )
  })
})
