import { detectAll } from 'jschardet'
import { ENCODINGS, encodingName, type Encoding } from './encodings.ts'
import { plausibility } from './plausibleText.ts'

/** What the detector calls encodings that browsers know by another name. */
const BROWSER_NAMES: Readonly<Record<string, string>> = {
  'iso-8859-1': 'windows-1252',
  'iso-8859-9': 'windows-1254',
  'iso-8859-11': 'windows-874',
  cp874: 'windows-874',
  'tis-620': 'windows-874',
  maccyrillic: 'x-mac-cyrillic',
  macroman: 'macintosh',
  cp866: 'ibm866',
  cp932: 'shift_jis',
  shift_jis_2004: 'shift_jis',
  cp949: 'euc-kr',
  'euc-jis-2004': 'euc-jp',
  'iso2022-jp-2': 'iso-2022-jp',
  big5hkscs: 'big5',
  gb2312: 'gb18030',
}

/** Never guessed, since what they are mistaken for is far more common; a person can choose them. */
const RARE = new Set(['iso-8859-3', 'iso-8859-4', 'iso-8859-10', 'iso-8859-13', 'iso-8859-14', 'iso-8859-16'])

/** What the detector weighs; more tells no more. */
const EVIDENCE = 2 ** 16

/** The likeliest encoding of text that is not UTF-8, or null when nothing speaks for any. */
export function legacyEncoding(sample: Uint8Array): Encoding | null {
  const evidence = withoutPlainCells(sample)
  if (evidence.length === 0) return null
  const oldMac = sample.includes(13) && !sample.includes(10)
  const [best, second] = candidates(evidence, oldMac)
  if (!best) return null
  const lead = second ? best.weight / second.weight : Infinity
  const language = best.language === null ? '' : ` in ${languageName(best.language)}`
  return {
    label: best.label,
    mark: 0,
    reason: `It is not UTF-8; its letters look like text${language} in ${encodingName(best.label)}.`,
    confidence: lead >= 1.1 && evidence.length >= 40 ? 'likely' : 'unsure',
  }
}

interface Candidate {
  label: string
  language: string | null
  weight: number
}

/** Best first, one for each way of reading the evidence. */
function candidates(evidence: Uint8Array, oldMac: boolean): Candidate[] {
  const readings = new Map<string, Candidate>()
  const found = detectAll(evidence, { minimumThreshold: 0 })
  for (const { encoding, language, confidence } of found.toSorted((a, b) => b.confidence - a.confidence)) {
    const label = browserLabel(encoding ?? '')
    if (label === null || RARE.has(label)) continue
    // A character may be cut off at the end.
    const text = new TextDecoder(label).decode(evidence, { stream: true })
    const weight = confidence * commonness(label, oldMac) * plausibility(text)
    const known = readings.get(text)
    if (weight > 0 && (!known || weight > known.weight)) readings.set(text, { label, language, weight })
  }
  return [...readings.values()].toSorted((a, b) => b.weight - a.weight)
}

/** Of two that fit about equally, the one that more files have; the Mac's where line breaks are those of old Macs. */
function commonness(label: string, oldMac: boolean): number {
  if (label.includes('mac')) return oldMac ? 1.1 : 0.9
  if (label === 'windows-1252') return 1.1
  return label.startsWith('windows-') ? 1.02 : 1
}

function browserLabel(name: string): string | null {
  const lower = name.toLowerCase().replace(/^iso8859-/, 'iso-8859-')
  const label = BROWSER_NAMES[lower] ?? lower
  const known = ENCODINGS.some((encoding) => encoding.label === label)
  return known && !label.startsWith('utf-') ? label : null
}

/** Cells with a byte that is not ASCII, one a line: a sea of English would drown them. */
function withoutPlainCells(sample: Uint8Array): Uint8Array {
  const kept: number[] = []
  for (let start = 0; start < sample.length && kept.length < EVIDENCE;) {
    let end = start
    let plain = true
    // No encoding has these bytes inside a character.
    while (end < sample.length && !isBorder(sample[end] ?? 0)) if ((sample[end++] ?? 0) > 127) plain = false
    if (!plain) for (let at = start; at <= end; at++) kept.push(at === end ? 10 : (sample[at] ?? 0))
    start = end + 1
  }
  return Uint8Array.from(kept)
}

/** Tab, line breaks, double quote: commas and semicolons stand within texts as well. */
function isBorder(byte: number): boolean {
  return byte === 9 || byte === 10 || byte === 13 || byte === 34
}

function languageName(code: string): string {
  return new Intl.DisplayNames(['en'], { type: 'language' }).of(code) ?? code
}
