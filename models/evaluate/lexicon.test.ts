import { describe, expect, it } from 'vitest'
import vader from 'vader-sentiment'
import { lexiconAnswer } from './lexicon.ts'

describe('the lexicon', () => {
  // Published with VADER itself (Hutto & Gilbert, README of vaderSentiment).
  it.each([
    { text: 'VADER is smart, handsome, and funny.', compound: 0.8316 },
    { text: 'VADER is not smart, handsome, nor funny.', compound: -0.7424 },
    { text: 'VADER is VERY SMART, handsome, and FUNNY!!!', compound: 0.9342 },
    { text: 'The book was good.', compound: 0.4404 },
    { text: 'At least it isn’t a horrible book.'.replace('’', "'"), compound: 0.431 },
    { text: 'Today SUX!', compound: -0.5461 },
  ])('scores “$text” as VADER’s authors do', ({ text, compound }) => {
    expect(vader.SentimentIntensityAnalyzer.polarity_scores(text).compound).toBeCloseTo(compound, 4)
  })

  it.each([
    { text: 'It is good', two: false, answer: 'positive' },
    { text: 'It is bad', two: false, answer: 'negative' },
    { text: 'It is a table', two: false, answer: 'neutral' },
    { text: 'It is a table', two: true, answer: 'positive' },
    { text: 'It is bad', two: true, answer: 'negative' },
  ])('answers $answer to “$text” (two classes: $two)', ({ text, two, answer }) => {
    expect(lexiconAnswer(text, two)).toBe(answer)
  })
})
