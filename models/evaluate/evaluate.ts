import { basename } from 'node:path'
import { answerRows } from './answerRows.ts'
import { evaluationOf, type AnsweredRow, type Evaluation } from './evaluation.ts'
import { labelledRows } from './labelledRows.ts'
import { openLabelled, type LabelledFile } from './labelledFile.ts'
import type { Options } from './options.ts'
import { showProgress } from './progress.ts'
import type { RunningModel } from './startModel.ts'
import { survey, type LeftOut, type Survey } from './survey.ts'

/** What was measured, on what. */
export interface Report extends Evaluation {
  model: { name: string; fingerprint: string }
  file: string
  /** Rows of each source at most; null for all. */
  limit: number | null
  leftOut: LeftOut[]
}

export interface SurveyedFile {
  labelled: LabelledFile
  found: Survey
}

/** First pass over the file: every mistake of its user shows here, before a model is started. */
export async function surveyFile({ file, columns, numbers }: Options): Promise<SurveyedFile> {
  const labelled = await openLabelled(file, columns)
  return { labelled, found: await survey(labelled.rows(), labelled.name, numbers) }
}

/** Second pass: the chosen rows are answered and measured. */
export async function evaluate(
  { labelled, found }: SurveyedFile,
  { file, limit, workers }: Options,
  model: RunningModel,
  { name, fingerprint }: Report['model'],
): Promise<{ report: Report; rows: AnsweredRow[] }> {
  const total = [...found.sources.values()].reduce((sum, { rows }) => sum + Math.min(rows, limit), 0)
  const progress = showProgress(total, process.stderr)
  const chosen = labelledRows(labelled.rows(), labelled.name, found, limit)
  const rows = await answerRows(chosen, model, workers, (done) => progress.add(done))
  progress.end()
  const report: Report = {
    model: { name, fingerprint },
    file: basename(file),
    limit: Number.isFinite(limit) ? limit : null,
    leftOut: found.leftOut,
    ...evaluationOf(rows),
  }
  return { report, rows }
}
