import { decided, type Guess, type ReadChoices } from '../../domain/reading.ts'
import { detectEncoding, markLength } from '../encoding/encoding.ts'
import { encodingName, ENCODINGS, type Encoding } from '../encoding/encodings.ts'
import { invalidBlock, sequencesOf } from '../encoding/utf8Source.ts'
import type { SeenFile } from './seenFiles.ts'

/** How a file's bytes become characters. */
export interface FileEncoding {
  label: string
  /** Length of the byte-order mark in bytes. */
  mark: number
  /** Whether all of the file is valid UTF-8, where that is known. */
  valid?: boolean
  guess: Guess<string>
}

const ALTERNATIVES = ENCODINGS.map(({ label, name, script }) => ({
  value: label,
  words: name,
  group: script,
}))

/** As chosen, or as the start of the file shows it. Throws `RangeError` for an encoding that is not on offer. */
export async function headEncoding(
  { bytes, whole }: { bytes: Uint8Array; whole: boolean },
  choices: ReadChoices,
  seen: SeenFile,
): Promise<FileEncoding> {
  if (choices.encoding === undefined) {
    return guessed((seen.encoding ??= await detectEncoding(bytes, { cut: !whole })))
  }
  encodingName(choices.encoding)
  return {
    label: choices.encoding,
    mark: markLength(bytes, choices.encoding),
    guess: decided(choices.encoding, () => ({ value: '', reason: '' }), ALTERNATIVES),
  }
}

/**
 * The same for the whole file: one whose start is plain may turn out to be something else further down. Rejects with
 * the signal's reason.
 */
export async function wholeEncoding(
  file: Blob,
  head: FileEncoding,
  choices: ReadChoices,
  signal?: AbortSignal,
): Promise<FileEncoding> {
  if (head.label !== 'utf-8') return head
  const invalid = await invalidBlock(file, signal)
  if (invalid === null) return { ...head, valid: true }
  if (choices.encoding !== undefined || head.mark > 0) return { ...head, valid: false }
  const start = new Uint8Array(await file.slice(0, 2 ** 18).arrayBuffer())
  const sample = new Uint8Array(start.length + invalid.length)
  sample.set(start)
  sample.set(invalid, start.length)
  // What is valid elsewhere counts as well: one stray byte in a block of plain ASCII says little.
  const sequences = await sequencesOf(file, signal)
  return { ...guessed(await detectEncoding(sample, { first: false, cut: true, sequences })), valid: false }
}

function guessed({ label, mark, reason, confidence }: Encoding): FileEncoding {
  const doubt = confidence === 'unsure' ? ' That is a guess: please look at the first rows.' : ''
  return {
    label,
    mark,
    guess: decided(undefined, () => ({ value: label, reason: reason + doubt }), ALTERNATIVES),
  }
}
