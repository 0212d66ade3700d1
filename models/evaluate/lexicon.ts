import vader from 'vader-sentiment'
import type { Label } from '../../src/domain/labels.ts'

/** From here on a compound score counts as positive, or below its negative as negative (Hutto & Gilbert 2014). */
const THRESHOLD = 0.05

/**
 * VADER's answer: a word list and a few rules. With two classes its sign decides; where it knows no word of the text,
 * positive, the commoner of the two in reviews.
 */
export function lexiconAnswer(text: string, twoClasses: boolean): Label {
  const { compound } = vader.SentimentIntensityAnalyzer.polarity_scores(text)
  if (twoClasses) return compound < 0 ? 'negative' : 'positive'
  if (compound >= THRESHOLD) return 'positive'
  return compound <= -THRESHOLD ? 'negative' : 'neutral'
}
