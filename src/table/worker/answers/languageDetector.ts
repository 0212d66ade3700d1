import { eld } from 'eld/extrasmall'

/** By how much another language is likelier than English; as `LeadOverEnglish` says. */
export function leadOverEnglish(words: string): number {
  const { en: english = 0, ...others } = eld.detect(words).getScores()
  return Math.max(0, ...Object.values(others)) - english
}
