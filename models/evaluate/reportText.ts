import { LABELS } from '../../src/domain/labels.ts'
import type { Report } from './evaluate.ts'
import { percent, percentWithin, thousandths } from './figureWords.ts'
import { calibrationTable, classTable, confusionTable, groupTable } from './reportTables.ts'

/** All figures of a report, to be read in a terminal or as Markdown. */
export function reportText(report: Report): string {
  return `${[reportHeading(report), ...reportTables(report)].join('\n\n')}\n`
}

export function reportHeading({ model, file, limit, leftOut, all, meanAccuracy }: Report): string {
  const { accuracy, calibrationError, coverage, accuracyWhenSure } = all.measures
  const most = limit === null ? '' : `, at most ${limit} of each source`
  const left = leftOut.map(
    ({ reason, rows, firstLine }) => `${rows} rows left out: ${reason}, first on line ${firstLine}.`,
  )
  return [
    `${model.name}, int8 on WebAssembly, on ${all.rows} rows of ${file}${most}. Percent, but for ECE.`,
    `Mean accuracy of ${meanAccuracy.sources} sources: ${percentWithin(meanAccuracy.model)}; ` +
      `lexicon ${percent(meanAccuracy.lexicon)}, majority ${percent(meanAccuracy.majority)}.`,
    `All rows: accuracy ${percentWithin(accuracy)}, ECE ${thousandths(calibrationError?.value)} in 15 bins of equal mass.`,
    `Sure of ${percent(coverage?.value)} % of the rows; accuracy there ${percentWithin(accuracyWhenSure)}.`,
    ...left,
  ].join('\n')
}

export function reportTables({ all, domains, sources, lengths, confusion, calibration }: Report): string[] {
  const { three, two } = confusion
  const withAll = (groups: Report['domains']): Report['domains'] => ({ ...groups, 'all rows': all })
  return [
    ...(Object.keys(domains).length > 0 ? [groupTable('domain', domains)] : []),
    groupTable('source', withAll(sources)),
    groupTable('length of text', lengths),
    classTable('source', withAll(sources)),
    ...(three === null ? [] : [`Rows with three classes:\n\n${confusionTable(three, LABELS)}`]),
    ...(two === null ? [] : [`Rows with two classes:\n\n${confusionTable(two, ['negative', 'positive'])}`]),
    `Calibration, bins of equal mass:\n\n${calibrationTable(calibration)}`,
  ]
}
