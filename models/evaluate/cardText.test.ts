import { describe, expect, it } from 'vitest'
import type { Label } from '../../src/domain/labels.ts'
import { calibrationDrawing } from './calibrationDrawing.ts'
import { cardText } from './cardText.ts'
import { evaluationOf, type AnsweredRow } from './evaluation.ts'
import { FAMILIES } from './families.ts'
import { familyFigures } from './familyFigures.ts'
import { toJson } from './json.ts'

function row(source: string, label: Label, answer: Label): AnsweredRow {
  const probabilities = { negative: 0.1, neutral: 0.1, positive: 0.1, [answer]: 0.8 }
  return {
    source,
    domain: 'movies',
    length: '1–3 words',
    label,
    twoClasses: false,
    answer,
    probabilities,
    sure: label === answer,
    lexicon: 'neutral',
  }
}

const ROWS = [
  row('imdb', 'positive', 'positive'),
  row('imdb', 'negative', 'positive'),
  row('tweeteval_sentiment', 'neutral', 'neutral'),
  row('tweeteval_sentiment', 'neutral', 'neutral'),
  row('tweeteval_sentiment', 'positive', 'neutral'),
]

const DATA = {
  model: { name: 'tiny', fingerprint: 'abc' },
  file: 'rows.jsonl',
  limit: 3,
  leftOut: [{ reason: 'no text', rows: 2, firstLine: 9 } as const],
  ...evaluationOf(ROWS),
  families: familyFigures(ROWS),
  behaviour: { negated_positives: { cases: 4, passed: 0.75, low: 0.3, high: 0.9, failed: ['x'] } },
}

describe('the card’s figures', () => {
  const text = cardText(DATA)

  it('have a line for each family with rows and none for the others', () => {
    expect(text).toMatch(/\| films \(IMDB\) +\| +2 \| +50\.0 \(0\.0–100\.0\)/)
    expect(text).not.toContain('health & fitness')
  })

  it('judge TweetEval by its macro recall', () => {
    // Recall is 1 of neutral and 0 of positive.
    expect(text).toMatch(/\(TweetEval\), macro recall \| +3 \| +50\.0 \(/)
  })

  it('say that the claims of others are on other splits', () => {
    expect(text).toContain('RNN: none stated, about 85')
    expect(text).toContain('**Claims of others are on other test splits**')
  })

  it('say what was left out, and how behaviour and the “not sure” band did', () => {
    expect(text).toContain('2 rows left out: no text, first on line 9.')
    expect(text).toMatch(/\| negated positives +\| +4 \| +75\.0 \(30\.0–90\.0\) \| +95 \|/)
    expect(text).toContain('60.0 % of the rows, accuracy 100.0 (100.0–100.0), 40.0 points above overall')
  })
})

describe('the families', () => {
  it('have different names, which the figures are kept under', () => {
    expect(new Set(FAMILIES.map(({ name }) => name)).size).toBe(FAMILIES.length)
  })
})

describe('the calibration curve', () => {
  const bin = { rows: 10, confidence: 0.5, accuracy: 0.5, low: 0.3, high: 0.7 }

  it('has a dot and an interval a bin, on the line where confidence and accuracy agree', () => {
    const drawing = calibrationDrawing([bin, { ...bin, confidence: 1, accuracy: 0 }])
    expect(drawing.match(/<circle/g)).toHaveLength(2)
    expect(drawing.match(/class="range"/g)).toHaveLength(2)
    // The square is 350 wide from 60 | 20: its middle, and its lower right corner.
    expect(drawing).toContain('points="235.0,195.0 410.0,370.0"')
  })

  it('brings colours for light and dark, and words for those who do not see it', () => {
    const drawing = calibrationDrawing([bin])
    expect(drawing).toContain('prefers-color-scheme:dark')
    expect(drawing).toMatch(/<title>Calibration curve/)
  })
})

describe('a file of figures', () => {
  it('keeps nine digits, and what lies deep on one line', () => {
    expect(toJson({ a: { b: { c: { d: 1 / 3 }, e: [] } } })).toBe(
      '{\n "a": {\n  "b": {\n   "c": {"d":0.333333333},\n   "e": []\n  }\n }\n}\n',
    )
  })

  it('is read back as it was', () => {
    expect(JSON.parse(toJson(DATA))).toMatchObject({ file: 'rows.jsonl', behaviour: DATA.behaviour })
  })
})
