import { describe, expect, it } from 'vitest'
import type { Flag } from '../../domain/flags.ts'
import type { Label } from '../../domain/labels.ts'
import { notes, sentence, spoken, toVerdict, type Verdict } from './answerWords.ts'

function verdict(
  negative: number,
  neutral: number,
  positive: number,
  flags: Flag[] = [],
  calibrated = true,
): Verdict {
  const probabilities = { negative, neutral, positive }
  const label = (Object.keys(probabilities) as Label[]).reduce((best, each) =>
    probabilities[each] > probabilities[best] ? each : best,
  )
  return { label, confidence: probabilities[label], probabilities, windows: 3, flags, calibrated }
}

describe('sentence', () => {
  it.each([
    [
      verdict(0.08, 0.05, 0.87),
      'Probably positive, 87 %. Of test reviews scored like this, about 87 in 100 were positive; yours may differ.',
    ],
    [
      verdict(0.001, 0.997, 0.002),
      'Probably neutral, over 99 %. Of test reviews scored like this, more than 99 in 100 were neutral; yours may differ.',
    ],
    [
      verdict(0.994, 0.003, 0.003),
      'Probably negative, 99 %. Of test reviews scored like this, about 99 in 100 were negative; yours may differ.',
    ],
    [
      verdict(0.44, 0.15, 0.41, ['not_sure']),
      'Not sure: negative 44 %, positive 41 %. Worth reading yourself.',
    ],
    [
      verdict(0.08, 0.05, 0.87, [], false),
      'Probably positive, 87 %. So says the model; how often it is right was not measured.',
    ],
    [
      verdict(0.08, 0.05, 0.87, ['other_language']),
      'Probably positive, 87 %. The model was made for English; how often it is right in other languages was not measured.',
    ],
    [
      verdict(0.1, 0.44, 0.46, ['not_sure']),
      'Not sure: positive 46 %, neutral 44 %. Worth reading yourself.',
    ],
  ])('of %j', (given, expected) => {
    expect(sentence(given)).toBe(expected)
  })
})

describe('spoken', () => {
  it.each([
    [verdict(0.08, 0.05, 0.87), 'Positive, 87 percent, sure'],
    [verdict(0.44, 0.15, 0.41, ['not_sure']), 'Negative, 44 percent, not sure'],
    [verdict(0.001, 0.997, 0.002), 'Neutral, over 99 percent, sure'],
    [verdict(0.08, 0.05, 0.87, ['other_language']), 'Positive, 87 percent, may not be in English'],
    [verdict(0.08, 0.05, 0.87, ['too_short']), 'Positive, 87 percent, very short'],
    [verdict(0.08, 0.05, 0.87, [], false), 'Positive, 87 percent, how often that is right was not measured'],
  ])('of %j', (given, expected) => {
    expect(spoken(given)).toBe(expected)
  })
})

describe('notes', () => {
  it.each<[Flag[], string[]]>([
    [[], []],
    [['not_sure'], []],
    [['markup_removed'], ['HTML tags or entities were removed before reading.']],
    [
      ['markup_removed', 'long'],
      ['Long: read whole, in 3 overlapping parts.', 'HTML tags or entities were removed before reading.'],
    ],
  ])('of %j', (flags, expected) => {
    expect(notes(verdict(0.9, 0.05, 0.05, flags))).toEqual(expected)
  })
})

describe('toVerdict', () => {
  it('has nothing to say of a text with nothing to read', () => {
    expect(
      toVerdict({ label: null, confidence: null, probabilities: null, windows: 0, flags: ['no_text'] }, true),
    ).toBeNull()
  })
})
