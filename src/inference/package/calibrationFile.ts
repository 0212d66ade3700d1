import type { Calibration } from '../../domain/calibration.ts'
import { asArray, asNumber, asRecord } from '../../lib/json.ts'

/**
 * Reads `calibration.json` of a model folder. `tolerance` is that of its golden set, 0 without one; a model with weights
 * for several backends names in the file how far these are apart, which is more. `language` may be a code; without it what
 * was calibrated reads English. Throws `TypeError` naming the first field that does not fit.
 */
export function parseCalibration(json: unknown, tolerance: number): Calibration {
  const root = asRecord(json, 'calibration')
  const window = asRecord(root['window'], 'calibration.window')
  const bias = asArray(root['bias'], 'calibration.bias')
  if (bias.length !== 3) throw new TypeError('calibration.bias must be three numbers')
  const calibration: Calibration = {
    temperature: asNumber(root['temperature'], 'calibration.temperature'),
    bias: [asNumber(bias[0], 'bias'), asNumber(bias[1], 'bias'), asNumber(bias[2], 'bias')],
    notSureBelow: asNumber(root['notSureBelow'], 'calibration.notSureBelow'),
    tolerance: Math.max(tolerance, asNumber(root['tolerance'] ?? 0, 'calibration.tolerance')),
    english: root['language'] === undefined || root['language'] === 'en',
    window: {
      pieces: asNumber(window['pieces'], 'calibration.window.pieces'),
      overlap: asNumber(window['overlap'], 'calibration.window.overlap'),
    },
  }
  if (calibration.temperature <= 0) throw new TypeError('calibration.temperature must be above 0')
  const { pieces, overlap } = calibration.window
  if (overlap < 0 || pieces - 2 <= overlap) {
    throw new TypeError('calibration.window.overlap must be smaller than the window')
  }
  return calibration
}
