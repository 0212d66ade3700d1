import { decide } from '../../src/domain/decide.ts'
import { judgeRow } from '../../src/domain/metrics/judgedRow.ts'
import { chunks, inOrder } from './chunks.ts'
import type { AnsweredRow } from './evaluation.ts'
import type { LabelledRow } from './labelledRows.ts'
import { lexiconAnswer } from './lexicon.ts'
import { lengthBand } from './textLengths.ts'
import type { RunningModel } from './startModel.ts'

/** Rows per call; the pool cuts them further. */
const CHUNK = 32

/** Every row with the model's answer and the baseline's, in order. Texts are forgotten as soon as they are answered. */
export async function answerRows(
  rows: AsyncIterable<LabelledRow>,
  model: RunningModel,
  workers: number,
  onRows: (rows: number) => void,
): Promise<AnsweredRow[]> {
  const answered: AnsweredRow[] = []
  const parts = inOrder(chunks(rows, CHUNK), 2 * workers, async (chunk) => {
    const texts = chunk.map(({ text }) => text)
    const answers = await model.classify(texts, { for: 'batch' })
    return chunk.map(({ text, label, twoClasses, source, domain }, index): AnsweredRow => {
      const answer = answers[index]
      if (answer === undefined) throw new RangeError('the model left a text unanswered')
      return {
        ...judgeRow(label, twoClasses, decide(answer, model.calibration)),
        source,
        domain,
        length: lengthBand(text),
        lexicon: lexiconAnswer(text, twoClasses),
      }
    })
  })
  for await (const part of parts) {
    for (const row of part) answered.push(row)
    onRows(part.length)
  }
  return answered
}
