import type { Calibration } from '../../domain/calibration.ts'

/** No model reads longer windows faster, and most were never trained on longer ones. */
const MOST_PIECES = 512
const OVERLAP = 32
/** These count positions from the padding's id on, so that two of them are never used. */
const OFFSET_POSITIONS = /^(roberta|xlm-roberta|camembert|xlm-roberta-xl|roberta-prelayernorm|mpnet)$/

/**
 * For a model that brings no `calibration.json`: its probabilities as they are, and windows as long as its
 * `config.json` and `tokenizer_config.json` (parsed; null where there is none) allow. What languages it reads is not known. `tolerance`: that of its golden set.
 */
export function defaultCalibration(
  config: unknown,
  { tokenizerConfig, tolerance }: { tokenizerConfig: unknown; tolerance: number },
): Calibration {
  const field = (json: unknown, name: string): unknown =>
    typeof json === 'object' && json !== null ? Reflect.get(json, name) : undefined
  const type = field(config, 'model_type')
  const unused = typeof type === 'string' && OFFSET_POSITIONS.test(type) ? 2 : 0
  const pieces = Math.min(
    MOST_PIECES,
    lengthOr(field(config, 'max_position_embeddings'), MOST_PIECES + unused) - unused,
    lengthOr(field(tokenizerConfig, 'model_max_length'), MOST_PIECES),
  )
  return {
    temperature: 1,
    bias: [0, 0, 0],
    notSureBelow: 0.5,
    tolerance,
    english: false,
    window: { pieces, overlap: Math.min(OVERLAP, Math.floor(pieces / 4)) },
  }
}

/** Lengths below this are no lengths: some tools write 0 or 1 for "not known". */
const LEAST_PIECES = 16

function lengthOr(value: unknown, otherwise: number): number {
  return typeof value === 'number' && value >= LEAST_PIECES ? Math.floor(value) : otherwise
}
