import { LABELS, type Label } from '../../../domain/labels.ts'
import { classifiedRows, notSureRows, wholePercents, type Summary } from '../../../domain/summary.ts'
import { formatCount, formatShare, plural } from '../../../lib/format.ts'
import { LABEL_WORDS } from '../../../words/labelWords.ts'

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
