import type { Calibration } from '../../../domain/calibration.ts'
import { decide, type Decision, type TextLogits } from '../../../domain/decide.ts'
import { flagBit, flagsToBits } from '../../../domain/flags.ts'
import { LABELS, type Label } from '../../../domain/labels.ts'
import { Changes } from './changes.ts'
import { Growing } from '../rows/growing.ts'

const NO_LABEL = 255
const CORRECTED = flagBit('corrected')
const NOT_SURE = flagBit('not_sure')

/**
 * The model's logits of each row, in typed arrays, and what is derived from them. Derived values are kept for
 * filtering and sorting; a new calibration derives them all again. A person's label counts instead of the model's and
 * stays when the answer is forgotten: it is there again with the next one.
 */
export class Answers {
  /** The label that counts, a person's or else the model's: index in `LABELS`, 255 without an answer. */
  readonly labels: Uint8Array
  /** The model's. */
  readonly confidences: Float32Array
  /** Flags of the answers: bits as in `domain/flags`. A corrected row is not unsure. */
  readonly flagBits: Uint16Array
  /** Rows with an answer. */
  answered = 0
  /** Rows with an answer whose label is a person's. */
  corrected = 0
  readonly changes: Changes
  private readonly confirmed: Uint8Array
  private readonly corrections: Uint8Array
  private readonly modelLabels: Uint8Array
  private readonly modelFlags: Uint16Array
  private readonly starts: Uint32Array
  private readonly windows: Uint32Array
  private readonly logits = new Growing((length) => new Float32Array(length))
  private readonly pieces = new Growing((length) => new Uint32Array(length))

  constructor(rows: number) {
    this.labels = new Uint8Array(rows).fill(NO_LABEL)
    this.confidences = new Float32Array(rows)
    this.changes = new Changes(rows)
    this.flagBits = new Uint16Array(rows)
    this.confirmed = new Uint8Array(Math.ceil(rows / 8))
    this.corrections = new Uint8Array(rows).fill(NO_LABEL)
    this.modelLabels = new Uint8Array(rows).fill(NO_LABEL)
    this.modelFlags = new Uint16Array(rows)
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
    this.setConfirmed(row, false)
    this.keep(row, decision)
    this.changes.touch(row)
  }

  /** Gives `row` the answer of `from`, which has one. They share its logits, so both are always recorded together. */
  share(from: number, row: number): void {
    if (!this.has(row)) this.answered++
    this.starts[row] = this.starts[from] ?? 0
    this.windows[row] = this.windowsOf(from)
    this.setConfirmed(row, this.isConfirmed(from))
    this.confidences[row] = this.confidences[from] ?? 0
    this.settle(row, this.modelLabels[from] ?? NO_LABEL, this.modelFlags[from] ?? 0)
    this.changes.touch(row)
  }

  /** The room of its logits is not used again: forgetting is rare. */
  forget(row: number): void {
    if (!this.has(row)) return
    this.answered--
    this.windows[row] = 0
    this.setConfirmed(row, false)
    this.confidences[row] = 0
    this.settle(row, NO_LABEL, 0)
    this.changes.touch(row)
  }

  /** A check of the engine has covered the answer. A row without one is left as it is. */
  confirm(row: number): void {
    if (!this.has(row)) return
    this.setConfirmed(row, true)
    this.changes.touch(row)
  }

  isConfirmed(row: number): boolean {
    return ((this.confirmed[row >>> 3] ?? 0) & (1 << (row & 7))) !== 0
  }

  /** A person's label of a row, or null to take it back. A row without an answer is left as it is. */
  correct(row: number, label: Label | null): void {
    if (!this.has(row)) return
    this.corrections[row] = label === null ? NO_LABEL : LABELS.indexOf(label)
    this.settle(row, this.modelLabels[row] ?? NO_LABEL, this.modelFlags[row] ?? 0)
    this.changes.touch(row)
  }

  /** A person's label that counts now, or null. */
  correction(row: number): Label | null {
    return this.has(row) ? (LABELS[this.corrections[row] ?? NO_LABEL] ?? null) : null
  }

  /** Takes over what a person said of the same rows. */
  keepCorrections(of: Answers): void {
    this.corrections.set(of.corrections)
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
    this.changes.touchAll()
  }

  private setConfirmed(row: number, confirmed: boolean): void {
    const bit = 1 << (row & 7)
    const byte = this.confirmed[row >>> 3] ?? 0
    this.confirmed[row >>> 3] = confirmed ? byte | bit : byte & ~bit
  }

  private keep(row: number, { label, confidence, flags }: Decision): void {
    this.confidences[row] = confidence
    this.settle(row, LABELS.indexOf(label), flagsToBits(flags))
  }

  /** Keeps what the model says of a row and derives what counts. */
  private settle(row: number, label: number, flags: number): void {
    const counted = this.isCorrected(row)
    this.modelLabels[row] = label
    this.modelFlags[row] = flags
    const correction = this.corrections[row] ?? NO_LABEL
    const counts = label !== NO_LABEL && correction !== NO_LABEL
    this.labels[row] = counts ? correction : label
    this.flagBits[row] = counts ? (flags & ~NOT_SURE) | CORRECTED : flags
    this.corrected += Number(counts) - Number(counted)
  }

  private isCorrected(row: number): boolean {
    return ((this.flagBits[row] ?? 0) & CORRECTED) !== 0
  }
}
