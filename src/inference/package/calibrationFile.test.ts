import { describe, expect, it } from 'vitest'
import { builtInJson } from '../../testing/builtInModel.ts'
import { parseCalibration } from './calibrationFile.ts'

const GOOD = {
  temperature: 1.2,
  bias: [0, 0.2, -0.2],
  notSureBelow: 0.53,
  window: { pieces: 256, overlap: 64 },
}

describe('parseCalibration', () => {
  it('reads what it knows and nothing else', () => {
    expect(parseCalibration({ ...GOOD, fittedOn: 'held-out reviews' }, 0.002)).toEqual({
      ...GOOD,
      tolerance: 0.002,
      english: true,
    })
  })

  it.each([
    ['en', true],
    ['de', false],
    [null, false],
  ])('reads what language the model reads: %j is English: %s', (language, english) => {
    expect(parseCalibration({ ...GOOD, language }, 0).english).toBe(english)
  })

  it.each([
    { golden: 0.002, measured: 0.012, tolerance: 0.012 },
    { golden: 0.002, measured: 0.001, tolerance: 0.002 },
  ])('takes the larger tolerance of $golden and $measured', ({ golden, measured, tolerance }) => {
    expect(parseCalibration({ ...GOOD, tolerance: measured }, golden).tolerance).toBe(tolerance)
  })

  it('reads the built-in model’s', () => {
    expect(parseCalibration(builtInJson('calibration.json'), 0).window).toEqual({ pieces: 256, overlap: 64 })
  })

  it('takes the smallest window that moves forward', () => {
    const window = { pieces: 67, overlap: 64 }
    expect(parseCalibration({ ...GOOD, window }, 0).window).toEqual(window)
  })

  it.each([
    { what: 'null', json: null, says: 'calibration must be an object' },
    { what: 'no temperature', json: { ...GOOD, temperature: undefined }, says: 'calibration.temperature' },
    { what: 'a temperature of 0', json: { ...GOOD, temperature: 0 }, says: 'temperature must be above 0' },
    {
      what: 'a negative temperature',
      json: { ...GOOD, temperature: -1 },
      says: 'temperature must be above 0',
    },
    { what: 'a bias of two', json: { ...GOOD, bias: [0, 0] }, says: 'bias must be three' },
    { what: 'a bias of four', json: { ...GOOD, bias: [0, 0, 0, 0] }, says: 'bias must be three' },
    { what: 'a bias of words', json: { ...GOOD, bias: [0, 0, '0'] }, says: 'bias must be a number' },
    { what: 'a tolerance of words', json: { ...GOOD, tolerance: 'small' }, says: 'calibration.tolerance' },
    { what: 'no band', json: { ...GOOD, notSureBelow: null }, says: 'calibration.notSureBelow' },
    { what: 'no window', json: { ...GOOD, window: undefined }, says: 'calibration.window' },
    { what: 'no overlap', json: { ...GOOD, window: { pieces: 256 } }, says: 'calibration.window.overlap' },
    {
      what: 'a window that would never move forward',
      json: { ...GOOD, window: { pieces: 66, overlap: 64 } },
      says: 'overlap must be smaller',
    },
  ])('refuses $what', ({ json, says }) => {
    expect(() => parseCalibration(json, 0)).toThrow(TypeError)
    expect(() => parseCalibration(json, 0)).toThrow(says)
  })
})
