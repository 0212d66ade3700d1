import { wilsonInterval } from '../../src/domain/interval.ts'
import type { Label } from '../../src/domain/labels.ts'
import { calibrationBins, type Bin } from '../../src/domain/metrics/calibrationBins.ts'
import { confusionOf, type Confusion } from '../../src/domain/metrics/confusion.ts'
import { estimatesOf, meanOver, sampleMeasures } from '../../src/domain/metrics/estimates.ts'
import type { Estimate, Estimates, Sampled } from '../../src/domain/metrics/estimates.ts'
import type { JudgedRow } from '../../src/domain/metrics/judgedRow.ts'
import { seededRandom } from '../../src/domain/metrics/seededRandom.ts'
import { LENGTH_BANDS } from './textLengths.ts'
import { baselinesOf, type Baselines } from './baselines.ts'

/** A row with everybody's answer. */
export interface AnsweredRow extends JudgedRow {
  source: string
  domain: string | null
  /** One of `LENGTH_BANDS`. */
  length: string
  lexicon: Label
}

export interface Group {
  rows: number
  /** How many classes its rows are scored in. */
  classes: '2' | '3' | '2 and 3'
  measures: Estimates
  confusion: Confusion
  baselines: Baselines
}

export interface Evaluation {
  all: Group
  /** The plain mean of the sources' accuracies. */
  meanAccuracy: { sources: number; model: Estimate | null; lexicon: number; majority: number }
  domains: Record<string, Group>
  sources: Record<string, Group>
  /** Shortest texts first; only bands with rows. */
  lengths: Record<string, Group>
  /** Rows by label and answer, pooled over the sources with as many classes; null where there are none. */
  confusion: { three: Confusion | null; two: Confusion | null }
  /** From the least sure rows to the surest; `low` and `high` are the 95 % interval of the accuracy. */
  calibration: (Bin & { low: number; high: number })[]
}

const SEED = 1

/** All figures of the rows, which are at least one. The same rows give the same figures, intervals included. */
export function evaluationOf(rows: readonly AnsweredRow[]): Evaluation {
  const random = seededRandom(SEED)
  const sources = groupsBy(rows, ({ source }) => source).map(([name, members]) => ({
    name,
    members,
    sampled: sampleMeasures(members, random),
  }))
  const groups = sources.map(({ name, members, sampled }) => [name, groupOf(members, sampled)] as const)
  const domains = groupsBy(rows, ({ domain }) => domain).map(
    ([name, members]) => [name, groupOf(members, sampleMeasures(members, random))] as const,
  )
  const lengths = groupsBy(rows, ({ length }) => length)
    .sort(([a], [b]) => LENGTH_BANDS.indexOf(a) - LENGTH_BANDS.indexOf(b))
    .map(([name, members]) => [name, groupOf(members, sampleMeasures(members, random))] as const)
  const mean = (pick: (baselines: Baselines) => number): number =>
    groups.reduce((sum, [, { baselines }]) => sum + pick(baselines), 0) / groups.length
  return {
    all: groupOf(rows, sampleMeasures(rows, random)),
    meanAccuracy: {
      sources: sources.length,
      model: meanOver(
        sources.map(({ sampled }) => sampled),
        'accuracy',
      ),
      lexicon: mean(({ lexicon }) => lexicon.accuracy),
      majority: mean(({ majority }) => majority.accuracy),
    },
    domains: Object.fromEntries(domains),
    sources: Object.fromEntries(groups),
    lengths: Object.fromEntries(lengths),
    confusion: {
      three: pooled(rows.filter(({ twoClasses }) => !twoClasses)),
      two: pooled(rows.filter(({ twoClasses }) => twoClasses)),
    },
    calibration: calibrationOf(rows),
  }
}

/** In the order of their names; rows whose `key` is null are in none. */
function groupsBy(
  rows: readonly AnsweredRow[],
  key: (row: AnsweredRow) => string | null,
): [string, AnsweredRow[]][] {
  const groups = new Map<string, AnsweredRow[]>()
  for (const row of rows) {
    const name = key(row)
    if (name === null) continue
    const group = groups.get(name)
    if (group === undefined) groups.set(name, [row])
    else group.push(row)
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1))
}

export function groupOf(rows: readonly AnsweredRow[], sampled: Sampled): Group {
  const labels = rows.map(({ label }) => label)
  const two = rows.filter(({ twoClasses }) => twoClasses).length
  return {
    rows: rows.length,
    classes: two === rows.length ? '2' : two === 0 ? '3' : '2 and 3',
    measures: estimatesOf(sampled),
    confusion: confusionOf(
      labels,
      rows.map(({ answer }) => answer),
    )(),
    baselines: baselinesOf(
      labels,
      rows.map(({ lexicon }) => lexicon),
    ),
  }
}

function pooled(rows: readonly AnsweredRow[]): Confusion | null {
  if (rows.length === 0) return null
  return confusionOf(
    rows.map(({ label }) => label),
    rows.map(({ answer }) => answer),
  )()
}

function calibrationOf(rows: readonly AnsweredRow[]): Evaluation['calibration'] {
  const bins = calibrationBins(
    rows.map(({ answer, probabilities }) => probabilities[answer]),
    rows.map(({ answer, label }) => answer === label),
  )
  return bins().map((bin) => ({ ...bin, ...wilsonInterval(Math.round(bin.accuracy * bin.rows), bin.rows) }))
}
