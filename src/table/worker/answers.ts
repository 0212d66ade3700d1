import type { Calibration } from '../../domain/calibration.ts'
import { decide, type Decision, type TextLogits } from '../../domain/decide.ts'
import { flagsToBits } from '../../domain/flags.ts'
import { LABELS } from '../../domain/labels.ts'
import { Growing } from './growing.ts'

const NO_LABEL = 255

/**
 * The model's logits of each row, in typed arrays, and what is derived from them. Derived values are kept for
 * filtering and sorting; a new calibration derives them all again.
 */
export class Answers {
  /** Index in `LABELS`, 255 without an answer. */
  readonly labels: Uint8Array
  readonly confidences: Float32Array
  /** Flags of the answers: bits as in `domain/flags`. */
  readonly flagBits: Uint16Array
  /** Rows with an answer. */
  answered = 0
  /** Grows with every change: what was derived at one version holds while it stays. */
  version = 0
  private readonly starts: Uint32Array
  private readonly windows: Uint32Array
  private readonly logits = new Growing((length) => new Float32Array(length))
  private readonly pieces = new Growing((length) => new Uint32Array(length))

  constructor(rows: number) {
    this.labels = new Uint8Array(rows).fill(NO_LABEL)
    this.confidences = new Float32Array(rows)
    this.flagBits = new Uint16Array(rows)
    this.starts = new Uint32Array(rows)
    this.windows = new Uint32Array(rows)
  }

  has(row: number): boolean {
    return this.windowsOf(row) > 0
  }

  /** 0 without an answer. */
  windowsOf(row: number): number {
    return this.windows[row] ?? 0
  }

  /** Stores or replaces a row's answer. Throws `RangeError`, and stores nothing, when it makes no sense. */
  record(row: number, answer: TextLogits, calibration: Calibration): void {
    const decision = decide(answer, calibration)
    const known = this.windowsOf(row)
    if (known === 0) this.answered++
    if (known === answer.pieces.length) {
      const start = this.starts[row] ?? 0
      this.logits.set(answer.logits, start * 3)
      this.pieces.set(answer.pieces, start)
    } else {
      this.starts[row] = this.pieces.length
      this.windows[row] = answer.pieces.length
      this.logits.append(answer.logits)
      this.pieces.append(answer.pieces)
    }
    this.keep(row, decision)
    this.version++
  }

  /** Gives `row` the answer of `from`, which has one. They share its logits, so both are always recorded together. */
  share(from: number, row: number): void {
    if (!this.has(row)) this.answered++
    this.starts[row] = this.starts[from] ?? 0
    this.windows[row] = this.windowsOf(from)
    this.labels[row] = this.labels[from] ?? NO_LABEL
    this.confidences[row] = this.confidences[from] ?? 0
    this.flagBits[row] = this.flagBits[from] ?? 0
    this.version++
  }

  /** The room of its logits is not used again: forgetting is rare. */
  forget(row: number): void {
    if (!this.has(row)) return
    this.answered--
    this.windows[row] = 0
    this.labels[row] = NO_LABEL
    this.confidences[row] = 0
    this.flagBits[row] = 0
    this.version++
  }

  /** The whole answer of a row, or null. */
  decision(row: number, calibration: Calibration): Decision | null {
    const windows = this.windowsOf(row)
    if (windows === 0) return null
    const start = this.starts[row] ?? 0
    const end = start + windows
    return decide(
      { logits: this.logits.view(start * 3, end * 3), pieces: this.pieces.view(start, end) },
      calibration,
    )
  }

  deriveAgain(calibration: Calibration): void {
    for (let row = 0; row < this.windows.length; row++) {
      const decision = this.decision(row, calibration)
      if (decision) this.keep(row, decision)
    }
    this.version++
  }

  private keep(row: number, { label, confidence, flags }: Decision): void {
    this.labels[row] = LABELS.indexOf(label)
    this.confidences[row] = confidence
    this.flagBits[row] = flagsToBits(flags)
  }
}
