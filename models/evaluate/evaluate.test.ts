import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Report } from './evaluate.ts'

const HERE = import.meta.dirname
const FIXTURES = join(HERE, 'fixtures')
const folder = mkdtempSync(join(tmpdir(), 'undertone-evaluate-'))

/** Starting compiles the runtime and reads 11 MB of weights. */
const PATIENCE_MS = 120_000

/** `npm run evaluate` without npm. */
async function evaluate(...args: string[]): Promise<{ stdout: string; stderr: string }> {
  const command = ['--import', 'tsx', join(HERE, 'main.ts'), ...args]
  return promisify(execFile)(process.execPath, command, { cwd: join(HERE, '../..') })
}

async function report(
  file: string,
  ...args: string[]
): Promise<{ report: Report; stdout: string; stderr: string }> {
  const json = join(folder, 'report.json')
  const written = await evaluate(join(FIXTURES, file), '--json', json, ...args)
  return { report: JSON.parse(readFileSync(json, 'utf8')) as Report, ...written }
}

afterAll(() => rmSync(folder, { recursive: true }))

/**
 * Twenty reviews that no sentiment model can misread. `shop` (three classes) has five negative, four neutral and three
 * positive rows, two of which are labelled wrongly on purpose: a positive text as negative, a negative one as neutral.
 * `films` (two classes) has four and four; one negative text is labelled positive.
 */
describe('the shipped model on twenty plain reviews', { timeout: PATIENCE_MS }, () => {
  let found: Report
  let stdout: string
  let stderr: string

  beforeAll(async () => {
    ;({ report: found, stdout, stderr } = await report('reviews.jsonl'))
  }, PATIENCE_MS)

  it('agrees with every label but the wrong ones', () => {
    expect(found.sources['shop']?.confusion).toEqual({
      negative: { negative: 4, neutral: 0, positive: 1 },
      neutral: { negative: 1, neutral: 3, positive: 0 },
      positive: { negative: 0, neutral: 0, positive: 3 },
    })
    expect(found.confusion.two).toMatchObject({
      negative: { negative: 4, positive: 0 },
      positive: { negative: 1, positive: 3 },
    })
  })

  it('has the scores that follow from that', () => {
    const { shop, films } = found.sources
    expect(shop?.measures.accuracy?.value).toBeCloseTo(10 / 12, 5)
    // F1: negative 2·4 / (5 + 5), neutral 2·3 / (4 + 3), positive 2·3 / (3 + 4).
    expect(shop?.measures.macroF1?.value).toBeCloseTo((8 / 10 + 6 / 7 + 6 / 7) / 3, 5)
    expect(shop?.measures.recallNeutral?.value).toBeCloseTo(3 / 4, 5)
    expect(shop?.measures.precisionPositive?.value).toBeCloseTo(3 / 4, 5)
    expect(films?.measures.accuracy?.value).toBeCloseTo(7 / 8, 5)
    expect(films?.measures.macroF1?.value).toBeCloseTo((8 / 9 + 6 / 7) / 2, 5)
    expect(films?.classes).toBe('2')
    expect(found.meanAccuracy.model?.value).toBeCloseTo((10 / 12 + 7 / 8) / 2, 5)
    expect(found.all.measures.accuracy?.value).toBeCloseTo(17 / 20, 5)
    expect(found.domains['products']).toEqual({ ...shop, measures: expect.anything() as unknown })
  })

  it('tells all but the wrongly labelled pairs of a positive and a negative film apart', () => {
    // Four positive and four negative rows are 16 pairs; the wrong one can be in four of them.
    expect(found.sources['films']?.measures.auc?.value).toBeGreaterThanOrEqual(12 / 16)
    expect(found.sources['films']?.measures).not.toHaveProperty('aucOneVsRest')
    expect(found.sources['shop']?.measures.aucOneVsRest?.value).toBeGreaterThan(0.75)
  })

  it('is compared with the commonest label', () => {
    expect(found.sources['shop']?.baselines.majority.accuracy).toBeCloseTo(5 / 12, 5)
    expect(found.meanAccuracy.majority).toBeCloseTo((5 / 12 + 4 / 8) / 2, 5)
  })

  it('has its rows in the calibration curve', () => {
    expect(found.calibration.reduce((sum, { rows }) => sum + rows, 0)).toBe(20)
  })

  it('is told in tables, also by length of text, and rows are counted on the other stream', () => {
    expect(stdout).toMatch(/Mean accuracy of 2 sources: 85\.4 \(/)
    expect(stdout).toMatch(/\| shop +\| +12 \|/)
    expect(Object.values(found.lengths).reduce((sum, { rows }) => sum + rows, 0)).toBe(20)
    expect(stdout).toMatch(/\| length of text [^]*\| 4–10 words +\| +\d+ \|/)
    expect(stderr).toContain('20 of 20 rows')
  })

  it('is the same on the same rows in a CSV with words for labels, with two workers', async () => {
    const { file, ...figures } = (await report('reviews.csv', '--workers', '2')).report
    expect({ ...figures, file: found.file }).toEqual(found)
    expect(file).toBe('reviews.csv')
  })
})

/** A model can be right and well calibrated over all rows, and yet call what three plain words say a toss-up. */
it('the shipped model is sure of short plain texts', { timeout: PATIENCE_MS }, async () => {
  const { calibration, all } = (await report('short.csv')).report
  expect(all.measures.accuracy?.value).toBe(1)
  expect(calibration.reduce((sum, { rows, confidence }) => sum + rows * confidence, 0) / 10).toBeGreaterThan(
    0.85,
  )
})

describe('the command', { timeout: PATIENCE_MS }, () => {
  it('answers a mistake with how it is used', async () => {
    await expect(evaluate(join(HERE, '../card/calibration.svg'))).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringMatching(
        /^calibration[.]svg: .*is a page or XML document[^]*npm run evaluate/m,
      ) as unknown,
    })
  })

  it('fails on a model folder whose weights are not what the manifest names', async () => {
    await expect(evaluate(join(FIXTURES, 'reviews.csv'), '--model', folder)).rejects.toMatchObject({
      code: 1,
    })
  })
})
