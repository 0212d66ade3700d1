import { LABELS } from '../../domain/labels.ts'
import { asArray, asNumber, asRecord, asString } from '../../lib/json.ts'

/** Texts with the logits that one weight file must reproduce, computed when the model was made. */
export interface GoldenSet {
  /** Largest difference of a probability that counts as agreement. */
  tolerance: number
  texts: { text: string; logits: Float32Array }[]
}

/** Reads `golden.json` for one weight file. Throws `TypeError` when it holds no reference for it. */
export function parseGolden(json: unknown, weights: string): GoldenSet {
  const root = asRecord(json, 'golden')
  const items = asArray(root['texts'], 'golden.texts')
  if (items.length === 0) throw new TypeError('golden.texts must not be empty: it would prove anything')
  return {
    tolerance: asNumber(
      asRecord(root['tolerance'], 'golden.tolerance')['probability'],
      'tolerance.probability',
    ),
    texts: items.map((item) => {
      const entry = asRecord(item, 'golden text')
      const logits = asArray(
        asRecord(entry['logits'], 'golden logits')[weights],
        `golden logits of ${weights}`,
      )
      if (logits.length !== LABELS.length) throw new TypeError(`golden logits of ${weights} must be three`)
      return {
        text: asString(entry['text'], 'golden text'),
        logits: Float32Array.from(logits, (value) => asNumber(value, 'logit')),
      }
    }),
  }
}

/** Whether `golden.json` says what these weights answer. */
export function hasReferences(json: unknown, weights: string): boolean {
  const texts = asArray(asRecord(json, 'golden')['texts'], 'golden.texts')
  return texts.some((item) => weights in asRecord(asRecord(item, 'golden text')['logits'], 'golden logits'))
}
