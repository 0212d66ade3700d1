import { expect, type Page } from '@playwright/test'
import type { Cells } from './csv.ts'
import { classify } from './model.ts'
import type { PublicAnswer } from './undertone.d.ts'

/** The columns that an export adds, when the file has none of these names. */
export const ADDED = ['sentiment', 'confidence', 'p_negative', 'p_neutral', 'p_positive', 'flags']

/** Gives the answer that each text gets on its own. */
type AskAlone = (page: Page, texts: readonly string[]) => Promise<PublicAnswer[]>

/** Asks for each text once, whichever page is there: for tests whose files hold the same texts. */
export function createAskOnce(): AskAlone {
  const known = new Map<string, PublicAnswer>()
  return async (page, texts) => {
    const unknown = [...new Set(texts)].filter((text) => !known.has(text))
    const answers = unknown.length === 0 ? [] : await classify(page, unknown)
    unknown.forEach((text, index) => known.set(text, answers[index]!))
    return texts.map((text) => known.get(text)!)
  }
}

/**
 * Every row has exactly the label and the scores that its text gets on its own: nothing was lost, mixed up or read
 * in another way, whatever happened during the run.
 */
export async function expectTrueScores(
  page: Page,
  rows: readonly Cells[],
  textColumn: string,
  askAlone: AskAlone = classify,
): Promise<void> {
  const alone = await askAlone(
    page,
    rows.map((row) => row[textColumn] ?? ''),
  )
  const scores = rows.map((row) => ADDED.slice(0, 5).map((name) => row[name]))
  expect(scores).toEqual(
    alone.map(({ label, confidence, probabilities }) => {
      if (probabilities === null || confidence === null) return ['', '', '', '', '']
      const { negative, neutral, positive } = probabilities
      return [label, ...[confidence, negative, neutral, positive].map((score) => score.toFixed(4))]
    }),
  )
}
