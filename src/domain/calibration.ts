/**
 * How the model's logits become probabilities: `softmax(logits / temperature + bias)`, fitted on held-out reviews
 * and shipped with the weights (Guo et al. 2017, "On Calibration of Modern Neural Networks").
 */
export interface Calibration {
  temperature: number
  /** Added after the division, one per label. */
  bias: readonly [number, number, number]
  /** An answer whose largest probability is below this is "not sure". */
  notSureBelow: number
  /** Word pieces per window, the two special ones included, and how many two neighbouring windows share. */
  window: { pieces: number; overlap: number }
}

/** Reads `calibration.json` of a model folder. Throws `TypeError` naming the first field that does not fit. */
export function parseCalibration(json: unknown): Calibration {
  const root = record(json, 'calibration')
  const window = record(root['window'], 'window')
  const bias = root['bias']
  if (!Array.isArray(bias) || bias.length !== 3)
    throw new TypeError('calibration: bias must be three numbers')
  const [negative, neutral, positive]: unknown[] = bias
  const calibration: Calibration = {
    temperature: number(root['temperature'], 'temperature'),
    bias: [number(negative, 'bias'), number(neutral, 'bias'), number(positive, 'bias')],
    notSureBelow: number(root['notSureBelow'], 'notSureBelow'),
    window: {
      pieces: number(window['pieces'], 'window.pieces'),
      overlap: number(window['overlap'], 'window.overlap'),
    },
  }
  if (calibration.temperature <= 0) throw new TypeError('calibration: temperature must be above 0')
  if (calibration.window.pieces - 2 <= calibration.window.overlap) {
    throw new TypeError('calibration: window.overlap must be smaller than the window')
  }
  return calibration
}

function record(value: unknown, name: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null)
    throw new TypeError(`calibration: ${name} must be an object`)
  return { ...value }
}

function number(value: unknown, name: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    throw new TypeError(`calibration: ${name} must be a number`)
  }
  return value
}
