import { sampleMeasures } from '../../src/domain/metrics/estimates.ts'
import { seededRandom } from '../../src/domain/metrics/seededRandom.ts'
import { groupOf, type AnsweredRow, type Group } from './evaluation.ts'
import { FAMILIES } from './families.ts'

const SEED = 2

/** The figures of each family that has rows, by its name. */
export function familyFigures(rows: readonly AnsweredRow[]): Record<string, Group> {
  const random = seededRandom(SEED)
  const figures: Record<string, Group> = {}
  for (const { name, sources } of FAMILIES) {
    const members = rows.filter(({ source }) => sources.includes(source))
    if (members.length > 0) figures[name] = groupOf(members, sampleMeasures(members, random))
  }
  return figures
}
