import { delimiterName } from '../../domain/delimiters.ts'
import { EXPORT_DELIMITERS } from '../../domain/exportFormat.ts'
import { formatWords } from '../../domain/fileFormats.ts'
import { LABELS, LABEL_WORDS, type Label } from '../../domain/labels.ts'
import {
  classifiedRows,
  notSureRows,
  wholePercents,
  type Breakdown,
  type Summary,
} from '../../domain/summary.ts'
import type { Timeline } from '../../domain/timeline.ts'
import { formatCount, formatDuration, formatShare, plural } from '../../lib/format.ts'
import type { OpenedFile, OpenTable, RunProgress, TextProfile } from '../../table/protocol.ts'

/** A piece of a sentence; a label's piece is drawn in its colour, a strong one in bold. */
export interface Words {
  text: string
  label?: Label
  strong?: boolean
}

/**
 * The one-sentence summary: "18,240 of 20,000 rows have text: 41 % negative, …; 9 % not sure." While rows wait it
 * says how far it is: "7,600 of 18,240 rows with text, shown so far: …"; and how many it counts where that is not all.
 */
export function summaryWords(summary: Summary): Words[] {
  const { rows, classified, waiting, withoutText, byLabel } = summary
  const withText = rows - withoutText
  const haveText = ` of ${plural(rows, 'row')} ${withText === 1 ? 'has' : 'have'} text`
  if (classified === 0) return [{ text: `${formatCount(withText)}${haveText}.` }]
  const shares = wholePercents(byLabel)
  const counted = classifiedRows(byLabel)
  const some =
    counted < classified ? `, ${counted === 0 ? 'none' : formatCount(counted)} of them counted` : ''
  const start =
    waiting > 0
      ? `${formatCount(classified)} of ${formatCount(withText)} rows with text, shown so far${some}`
      : `${haveText}${some}`
  const begin: Words[] =
    waiting > 0 ? [{ text: start }] : [{ text: formatCount(withText), strong: true }, { text: start }]
  if (counted === 0) return [...begin, { text: '.' }]
  const labels = LABELS.flatMap((label, index): Words[] => [
    { text: index === 0 ? '' : ', ' },
    { text: `${shares[label]} % ${LABEL_WORDS[label].word.toLowerCase()}`, label },
  ])
  return [
    ...begin,
    { text: ': ' },
    ...labels.slice(1),
    { text: `; ${formatShare(notSureRows(byLabel) / counted)} not sure.` },
  ]
}

/** As plain text, to be spoken. */
export function sentenceOf(words: readonly Words[]): string {
  return words.map(({ text }) => text).join('')
}

/** What became of every row: "Read 20,000 = 18,240 classified + 1,760 without text." */
export function accountWords({ rows, classified, withoutText, waiting, unreadable }: Summary): string {
  const parts = [`${formatCount(classified)} classified`, `${formatCount(withoutText)} without text`]
  if (unreadable > 0) parts.push(`${formatCount(unreadable)} unreadable`)
  if (waiting > 0) parts.push(`${formatCount(waiting)} waiting`)
  return `Read ${formatCount(rows)} = ${parts.join(' + ')}.`
}

/** Where a run was stopped; `progress` is null before its first answer. `goesOn`: Classify would continue there. */
export function stoppedWords(progress: RunProgress | null, goesOn: boolean): string {
  if (progress === null) return goesOn ? 'Stopped. Choose Classify to continue.' : 'Stopped.'
  const kept = goesOn ? 'What is done is kept; choose Classify to continue.' : 'What is done is kept.'
  return `Stopped at ${formatCount(progress.done)} of ${formatCount(progress.total)} rows. ${kept}`
}

/** "7,600 of 20,000 rows · 412 rows a second · 30 s left · shown so far, in file order" */
export function progressWords({ done, total }: RunProgress, perSecond: number | null): string {
  const parts = [`${formatCount(done)} of ${formatCount(total)} rows`]
  if (perSecond !== null) {
    const speed = perSecond < 10 ? Math.max(0.1, perSecond).toFixed(1) : formatCount(perSecond)
    parts.push(`${speed} rows a second`)
    parts.push(`${formatDuration(((total - done) * 1000) / perSecond)} left`)
  }
  return [...parts, 'shown so far, in file order'].join(' · ')
}

/** How a run ended: in `ms` milliseconds, with rows that the model could not read or without. */
export function doneWords(ms: number, unreadable: number): string {
  const end =
    unreadable === 0
      ? 'every row with text has been read'
      : `${plural(unreadable, 'row')} could not be read, every other row with text has been`
  return `Done in ${formatDuration(ms)}: ${end}.`
}

/** What a run would take, before it is started. `failed`: there is no model to measure with. */
export function estimateWords(profile: TextProfile, estimateMs: number | null, failed = false): string {
  const { withText, distinct, sample } = profile
  if (withText === 0) return 'No row has text in this column.'
  const rows = `${plural(withText, 'row')} with text.`
  if (estimateMs === null && failed) return `${rows} How long that takes is measured once a model is ready.`
  if (estimateMs === null) return `${rows} Measuring how long that takes on this device …`
  const timed = sample.length === 1 ? 'on one of them' : `on up to ${sample.length} of them`
  const time = estimateMs < 1000 ? 'Under a second' : `About ${formatDuration(estimateMs)}`
  const repeated =
    distinct < withText ? ` Equal texts are read once, which leaves ${formatCount(distinct)}.` : ''
  return `${rows} ${time} on this device, measured ${timed}.${repeated}`
}

/** "reviews.csv", or "march.csv and 2 more". */
export function fileNames(files: readonly Pick<OpenedFile, 'name'>[]): string {
  const first = files[0]?.name ?? ''
  return files.length > 1 ? `${first} and ${files.length - 1} more` : first
}

/** "20,000 rows · UTF-16 LE · comma"; files that differ list each way of reading once. */
export function fileFacts({ files, rows }: OpenTable): string {
  const once = (values: string[]): string[] => (values.length > 0 ? [[...new Set(values)].join(' and ')] : [])
  return [
    plural(rows, 'row'),
    ...once(files.flatMap(({ encoding }) => encoding ?? [])),
    ...once(files.map(separation)),
  ].join(' · ')
}

function separation({ delimiter, reading }: OpenedFile): string {
  if (delimiter === null) return formatWords(reading.format.value)
  // A rare one is shown itself: not everybody knows what it is called.
  const usual = EXPORT_DELIMITERS.some((each) => each === delimiter)
  return (usual ? delimiterName(delimiter) : null) ?? `“${delimiter}”`
}

/** "Rows 1–100 of 18,240" */
export function pageWords(page: number, pageRows: number, matching: number): string {
  if (matching === 0) return 'No rows'
  const first = page * pageRows + 1
  return `Rows ${formatCount(first)}–${formatCount(Math.min(matching, first + pageRows - 1))} of ${formatCount(matching)}`
}

/** What a point in time is, how dates were read, and what is left out for want of one. */
export function overTimeNote({ unit, span, undated }: Timeline, dateFormat: string | null): string {
  const stretch = span === 1 ? `a ${unit}` : `${span} ${unit}s`
  const sentences = [
    `Each point is ${stretch} of rows; the band is its 95 % interval, wide where rows are few.`,
  ]
  if (dateFormat !== null) sentences.push(`Dates read as ${dateFormat}.`)
  if (undated > 0)
    sentences.push(`${plural(undated, 'row')} without a date ${undated === 1 ? 'is' : 'are'} left out.`)
  return sentences.join(' ')
}

/** How dates were read and grouped; null for plain values. */
export function breakdownNote({ by, dateFormat }: Breakdown): string | null {
  if (by === 'value' || dateFormat === null) return null
  return `By ${by}. Dates read as ${dateFormat}.`
}
