import { formatCount, formatShare, plural } from '../../../lib/format.ts'
import type { FileProfile } from '../../../table/protocol.ts'

/** What the texts of a file are like, in a few sentences. Ratings without text are an ordinary thing. */
export function profileWords({ rows, withoutText, duplicates, words, languages }: FileProfile): string {
  const withText = rows - withoutText
  const sentences = [
    `${formatCount(withText)} of ${plural(rows, 'row')} ${withText === 1 ? 'has' : 'have'} text.`,
  ]
  if (withoutText > 0) sentences.push(withoutWords(withoutText))
  if (duplicates > 0) {
    sentences.push(`${plural(duplicates, 'text')} ${duplicates === 1 ? 'repeats' : 'repeat'} an earlier one.`)
  }
  if (withText > 0) {
    sentences.push(
      `Half of the texts have ${plural(words.half, 'word')} or fewer, the longest has ${formatCount(words.most)}.`,
    )
  }
  if (languages !== null && languages.sampled > 0) {
    sentences.push(`${formatShare(languages.likelyEnglish / languages.sampled)} of them read like English.`)
  }
  return sentences.join(' ')
}

function withoutWords(count: number): string {
  return `${formatCount(count)} ${count === 1 ? 'has' : 'have'} none, as where a rating is enough.`
}

export interface Balance {
  values: { value: string; rows: number; share: number }[]
  /** Values that are not listed, and their rows. */
  more: { values: number; rows: number }
}

const LISTED = 10

/** The commonest labels; numbers in their order. */
export function balanceOf(labels: readonly { value: string; rows: number }[]): Balance {
  const total = labels.reduce((sum, { rows }) => sum + rows, 0)
  const shown = labels.slice(0, LISTED)
  const numbers = shown.every(({ value }) => value === '' || !Number.isNaN(Number(value)))
  if (numbers)
    shown.sort((a, b) => Number(a.value === '') - Number(b.value === '') || Number(a.value) - Number(b.value))
  const others = labels.slice(LISTED)
  return {
    values: shown.map(({ value, rows }) => ({ value, rows, share: total === 0 ? 0 : rows / total })),
    more: { values: others.length, rows: others.reduce((sum, { rows }) => sum + rows, 0) },
  }
}
