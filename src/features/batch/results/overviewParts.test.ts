import { describe, expect, it } from 'vitest'
import { perLabel } from '../../../domain/labels.ts'
import { OVERVIEW_SECTIONS, OVERVIEW_STAGES, partStages, type OverviewFacts } from './overviewParts.tsx'

const PARTS = OVERVIEW_SECTIONS.flatMap(({ parts }) => parts)

/** Of each part, by its place in the grid. */
function stagesIn(stage: number): Record<string, number | undefined> {
  const stages = partStages(stage)
  return Object.fromEntries(PARTS.map((part) => [part.area, stages.get(part)]))
}

describe('the steps of the overview', () => {
  it.each([
    ['nothing', 0, { time: 0, groups: 0, shares: 0 }],
    ['the sentence alone', 1, { time: 0, groups: 0, shares: 0 }],
    ['the first step of the first part', 2, { time: 1, groups: 0, shares: 0 }],
    ['a part in the middle', 3, { time: 2, groups: 0, shares: 0 }],
    ['a part before the next begins', 4, { time: 3, groups: 0, shares: 0 }],
    ['a part of one step', 5, { time: 3, groups: 1, shares: 0 }],
    ['the last part begun', 6, { time: 3, groups: 1, shares: 1 }],
    ['everything', 8, { time: 3, groups: 1, shares: 3 }],
    ['no more than everything', 20, { time: 3, groups: 1, shares: 3 }],
  ])('draw %s', (_, stage, stages) => {
    expect(stagesIn(stage)).toEqual(stages)
  })

  it('end where every part is whole, and each is one step of one part', () => {
    expect(stagesIn(OVERVIEW_STAGES)).toEqual(
      Object.fromEntries(PARTS.map(({ area, stages }) => [area, stages])),
    )
    const sum = (stage: number): number => [...partStages(stage).values()].reduce((a, b) => a + b, 0)
    const steps = Array.from({ length: OVERVIEW_STAGES - 1 }, (_, index) => sum(index + 2) - sum(index + 1))
    expect(new Set(steps)).toEqual(new Set([1]))
  })

  it('count those of a part that is absent: what comes after begins no earlier', () => {
    const noCounts = perLabel(() => ({ rows: 0, notSure: 0 }))
    const facts: OverviewFacts = {
      summary: {
        rows: 0,
        withoutText: 0,
        classified: 0,
        waiting: 0,
        unreadable: 0,
        unfit: { otherLanguage: 0, tooShort: 0 },
        languageUnknown: 0,
        unconfirmed: 0,
        corrected: 0,
        byLabel: noCounts,
      },
      overTime: null,
      timeline: null,
      aside: undefined,
      breakdown: null,
      breakdownColumn: null,
      columns: [],
      selectedGroup: null,
      onBreakdown: () => undefined,
      onGroup: () => undefined,
    }
    const [time] = PARTS
    expect(time?.draw(facts, 3)).toBeNull()
    expect(OVERVIEW_SECTIONS.map((section) => section.isShown(facts))).toEqual([false, true])
    const begins = Array.from(
      { length: OVERVIEW_STAGES + 1 },
      (_, stage) => stagesIn(stage)['shares'],
    ).indexOf(1)
    expect(begins).toBe(1 + (time?.stages ?? 0) + (PARTS[1]?.stages ?? 0) + 1)
  })
})
