import type { TextWindow } from '../../domain/calibration.ts'

/** English word pieces are about four characters long. Other scripts have shorter ones and cost more than estimated. */
const CHARACTERS_PER_PIECE = 4
/** What a run costs besides its tokens, in tokens: the text's way to the worker, the start of the run. */
const PER_RUN = 4
/** `[CLS]` and `[SEP]`. */
const SPECIAL_PIECES = 2

/**
 * How long one text keeps a worker busy, in tokens that the model reads, estimated from its characters alone: exact
 * counts would need the tokenizer, which lives in the workers. A long text is read in overlapping windows and costs
 * more than its length. Always above 0.
 */
export function textCost(characters: number, { pieces, overlap }: TextWindow): number {
  const own = Math.ceil(characters / CHARACTERS_PER_PIECE)
  const room = pieces - SPECIAL_PIECES
  if (own <= room) return own + SPECIAL_PIECES + PER_RUN
  const windows = Math.ceil((own - room) / (room - overlap)) + 1
  return windows * (pieces + PER_RUN)
}
