import { importAgain } from '../../lib/importAgain.ts'
import type { Encoding } from './encodings.ts'
import { SequenceCounter, type Sequences } from './sequences.ts'
import { utf16 } from './utf16.ts'

const MARKS: readonly (readonly [label: string, name: string, ...bytes: number[]])[] = [
  ['utf-8', 'UTF-8', 0xef, 0xbb, 0xbf],
  ['utf-16le', 'UTF-16', 0xff, 0xfe],
  ['utf-16be', 'UTF-16', 0xfe, 0xff],
]

/**
 * Told from the start of a file, or from the parts of it that are not ASCII: by byte-order mark, by the zero bytes of
 * UTF-16, by being valid UTF-8, else by what a detector makes of the letters. Valid UTF-8 wins over every guess; so
 * does text that is UTF-8 but for a few broken places. `first` says that `sample` is the start of the file, where a
 * byte-order mark stands; `cut` that it goes on behind the sample; `sequences` are those of more than the sample. The detector is fetched when it is first needed; without it the guess is Windows-1252.
 */
export async function detectEncoding(
  sample: Uint8Array,
  {
    first = true,
    cut = false,
    sequences,
  }: { first?: boolean; cut?: boolean; sequences?: Sequences | undefined } = {},
): Promise<Encoding> {
  return (
    (first ? byMark(sample) : null) ??
    utf16(sample) ??
    utf8(sample, sequences ?? countSequences(sample, cut)) ??
    (await legacy(sample))
  )
}

/** The length of the byte-order mark that `head` starts with when it is of this encoding. */
export function markLength(head: Uint8Array, label: string): number {
  return byMark(head)?.label === label ? (byMark(head)?.mark ?? 0) : 0
}

function byMark(head: Uint8Array): Encoding | null {
  for (const [label, name, ...bytes] of MARKS) {
    if (bytes.every((byte, index) => head[index] === byte)) {
      return {
        label,
        mark: bytes.length,
        reason: `The file starts with the byte-order mark of ${name}.`,
        confidence: 'certain',
      }
    }
  }
  return null
}

/** Null when the sample is not UTF-8. */
function utf8(sample: Uint8Array, { valid, invalid }: Sequences): Encoding | null {
  if (invalid * 4 > valid) return null
  if (valid === 0 && hasEscape(sample)) {
    const reason = 'It has the escape sequences of ISO-2022-JP.'
    return { label: 'iso-2022-jp', mark: 0, reason, confidence: 'likely' }
  }
  const reason =
    valid === 0
      ? 'Every character seen is plain ASCII, which UTF-8 reads as it is.'
      : invalid === 0
        ? 'All of it is valid UTF-8, which other encodings hardly ever are by chance.'
        : 'Nearly all of it is valid UTF-8; a few places are damaged.'
  return { label: 'utf-8', mark: 0, reason, confidence: invalid === 0 ? 'certain' : 'likely' }
}

function countSequences(sample: Uint8Array, cut: boolean): Sequences {
  const counter = new SequenceCounter()
  counter.push(sample)
  // A character that the sample cuts off is no fault.
  return cut ? counter.counted : counter.end()
}

/** `ESC $`: where Japanese characters begin in ISO-2022-JP, all of whose bytes are ASCII. */
function hasEscape(sample: Uint8Array): boolean {
  const at = sample.indexOf(0x1b)
  return at >= 0 && sample[at + 1] === 0x24
}

async function legacy(sample: Uint8Array): Promise<Encoding> {
  const fallback = { label: 'windows-1252', mark: 0, confidence: 'unsure' } as const
  let detector
  try {
    detector = await importAgain(() => import('./legacyEncoding.ts'))
  } catch {
    return {
      ...fallback,
      reason:
        'It is not UTF-8, and the part that tells other encodings apart could not be fetched. Please check.',
    }
  }
  return (
    detector.legacyEncoding(sample) ?? {
      ...fallback,
      reason: 'It is not UTF-8 and too little of it tells more. Windows-1252 is the most common.',
    }
  )
}
