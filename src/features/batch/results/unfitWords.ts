import { unfitRows, type Summary } from '../../../domain/summary.ts'
import { formatCount, plural } from '../../../lib/format.ts'

/**
 * "1,310 rows do not read like English and 40 are too short to tell. Their labels are guesses and left out of the
 * charts." Null when there are none.
 */
export function unfitWords(summary: Pick<Summary, 'unfit'>, included: boolean): string | null {
  const { otherLanguage, tooShort } = summary.unfit
  const all = unfitRows(summary)
  if (all === 0) return null
  const short = `${tooShort === 1 ? 'is' : 'are'} too short to tell`
  const parts: string[] = []
  if (otherLanguage > 0) {
    parts.push(`${plural(otherLanguage, 'row')} ${otherLanguage === 1 ? 'does' : 'do'} not read like English`)
  }
  if (tooShort > 0)
    parts.push(`${parts.length === 0 ? plural(tooShort, 'row') : formatCount(tooShort)} ${short}`)
  const [guesses, them] = all === 1 ? ['Its label is a guess', 'it'] : ['Their labels are guesses', 'them']
  const counted = included ? `, and the charts count ${them}` : ' and left out of the charts'
  return `${parts.join(' and ')}. ${guesses}${counted}.`
}

/** What the switch beside those words does. */
export function includeWords(summary: Pick<Summary, 'unfit'>, included: boolean): string {
  const them = unfitRows(summary) === 1 ? 'it' : 'them'
  return included ? `Leave ${them} out` : `Include ${them}`
}

/** Null when every row was looked at. */
export function languageUnknownWords({ languageUnknown }: Pick<Summary, 'languageUnknown'>): string | null {
  if (languageUnknown === 0) return null
  const [are, them] = languageUnknown === 1 ? ['is', 'it'] : ['are', 'them']
  return `Whether ${plural(languageUnknown, 'row')} ${are} in English is not known: the part of the page that tells languages apart could not be fetched. Open the file again with a connection to have ${them} looked at.`
}
