import { expect, type Page } from '@playwright/test'
import type { Cells } from './csv.ts'
import { classify } from './model.ts'

/** The columns that an export adds, when the file has none of these names. */
export const ADDED = ['sentiment', 'confidence', 'p_negative', 'p_neutral', 'p_positive', 'flags']

/**
 * Every row has exactly the label and the scores that its text gets on its own: nothing was lost, mixed up or read
 * in another way, whatever happened during the run.
 */
export async function expectTrueScores(
  page: Page,
  rows: readonly Cells[],
  textColumn: string,
): Promise<void> {
  const alone = await classify(
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
