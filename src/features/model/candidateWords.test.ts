import { describe, expect, it } from 'vitest'
import type { Candidate, Refusal, Standing } from '../../inference/gpu/candidate.ts'
import {
  agreementWords,
  canBeChosen,
  canBeTriedAgain,
  differenceWords,
  reasonWords,
  speedWords,
  standingWords,
} from './candidateWords.ts'

const PROOF = { texts: 48, labelsEqual: 47, maxDifference: 0.00123, tolerance: 0.002 }

function candidate(standing: Standing, backend: Candidate['backend'] = 'webgpu'): Candidate {
  return { backend, device: null, standing, proof: null, textsPerSecond: null }
}

const refused = (why: Refusal): Candidate => candidate({ status: 'refused', why, detail: null })

describe('words for a candidate', () => {
  it.each<{ of: Candidate; words: string }>([
    { of: candidate({ status: 'in-use' }, 'wasm'), words: 'In use, 2 workers' },
    { of: candidate({ status: 'standing-by' }, 'wasm'), words: 'In use for single texts' },
    { of: candidate({ status: 'in-use' }), words: 'In use for batches' },
    { of: candidate({ status: 'untried' }), words: 'Not tried yet' },
    { of: candidate({ status: 'asking', bytes: 1 }), words: 'Waits for you' },
    { of: candidate({ status: 'fetching', loaded: 1, total: 2 }), words: 'Being fetched' },
    { of: candidate({ status: 'checking' }), words: 'Being checked' },
    { of: refused('slower'), words: 'Not used' },
  ])('$of.backend $of.standing.status: $words', ({ of, words }) => {
    expect(standingWords(of, 2)).toBe(words)
  })

  it('say how it agreed', () => {
    expect(agreementWords(PROOF)).toBe('47 of 48 labels')
    expect(agreementWords(null)).toBe('Not checked')
  })

  it.each([
    { maxDifference: 0, words: '0.0000 of 0.002 allowed' },
    { maxDifference: 0.00001, words: 'under 0.0001 of 0.002 allowed' },
    { maxDifference: 0.00123, words: '0.0012 of 0.002 allowed' },
    { maxDifference: 1, words: '1.0000 of 0.002 allowed' },
  ])('say by how much it differed: $words', ({ maxDifference, words }) => {
    expect(differenceWords({ ...PROOF, maxDifference })).toBe(words)
  })

  it.each([
    { speed: null, words: 'Not measured' },
    { speed: 0.66, words: '0.7 texts a second' },
    { speed: 231.4, words: '231 texts a second' },
    { speed: 12_345, words: '12,345 texts a second' },
  ])('say how fast it is: $words', ({ speed, words }) => {
    expect(speedWords(speed)).toBe(words)
  })

  it('say what a download needs', () => {
    expect(reasonWords(candidate({ status: 'asking', bytes: 27_500_000 }))).toContain('up to 27.5 MB once')
  })

  it.each<Standing>([
    { status: 'in-use' },
    { status: 'checking' },
    { status: 'fetching', loaded: 0, total: 1 },
  ])('give no reason when it is $status', (standing) => {
    expect(reasonWords(candidate(standing))).toBeNull()
  })
})

describe.each<{ why: Refusal; chosen: boolean; again: boolean }>([
  { why: 'not-preferred', chosen: true, again: false },
  { why: 'no-weights', chosen: false, again: false },
  { why: 'int8-weights', chosen: false, again: false },
  { why: 'no-webgpu', chosen: false, again: false },
  { why: 'no-jspi', chosen: false, again: false },
  { why: 'no-adapter', chosen: false, again: false },
  { why: 'no-f16', chosen: false, again: false },
  { why: 'software', chosen: true, again: false },
  { why: 'not-worth-it', chosen: true, again: false },
  { why: 'slower', chosen: true, again: true },
  { why: 'disagrees', chosen: false, again: true },
  { why: 'lost', chosen: true, again: true },
  { why: 'unreachable', chosen: true, again: true },
  { why: 'failed', chosen: true, again: true },
])('a graphics card refused for $why', ({ why, chosen, again }) => {
  it('says why in a sentence', () => {
    expect(reasonWords(refused(why))).toMatch(/^[A-Z].+[.]$/)
  })

  it(`can ${chosen ? '' : 'not '}be chosen`, () => {
    expect(canBeChosen(refused(why))).toBe(chosen)
  })

  it(`can ${again ? '' : 'not '}be tried again`, () => {
    expect(canBeTriedAgain(refused(why))).toBe(again)
  })
})
