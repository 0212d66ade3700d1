import type { TextWindow } from '../../domain/calibration.ts'
import type { TextLogits } from '../../domain/decide.ts'
import type { Session } from './session.ts'
import { splitWindows } from './windows.ts'

/** The windows in which a text is read: ids of pieces, special ones left out. At least one, however short the text. */
export function textWindows(text: string, session: Session, window: TextWindow): number[][] {
  const pieces = session.tokenize(text)
  const size = window.pieces - session.specialPieces
  return splitWindows(pieces.length, { size, overlap: window.overlap }).map(([start, end]) =>
    pieces.slice(start, end),
  )
}

/** A text's answer from the three logits of each of its windows. */
export function joinWindows(
  windows: readonly (readonly number[])[],
  rows: readonly Float32Array[],
): TextLogits {
  const logits = new Float32Array(windows.length * 3)
  for (const [index, row] of rows.entries()) logits.set(row, index * 3)
  return { logits, pieces: Uint32Array.from(windows, (window) => window.length) }
}
