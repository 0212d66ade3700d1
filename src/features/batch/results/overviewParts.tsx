import type { ReactNode } from 'react'
import { DistributionFigure } from '../../../charts/DistributionFigure.tsx'
import { OverTime } from '../../../charts/OverTime.tsx'
import type { Breakdown, Summary } from '../../../domain/summary.ts'
import type { Timeline } from '../../../domain/timeline.ts'
import { overTimeNote } from '../words/chartWords.ts'
import { BreakdownPanel, type BreakdownPanelProps } from './BreakdownPanel.tsx'

/** What the parts of the overview draw. */
export interface OverviewFacts extends BreakdownPanelProps {
  summary: Summary
  /** By the column that says when; null without one. */
  overTime: Breakdown | null
  /** Of `overTime`; null where there are too few points for lines. */
  timeline: Timeline | null
  /** At the end of a heading's line while rows wait. */
  aside: string | undefined
}

export interface OverviewPart {
  /** Its place in the grid. */
  area: 'time' | 'groups' | 'shares'
  /** How many steps it is drawn in, one after the other, so that no task is long. Counted also where nothing is drawn. */
  stages: number
  /** `stage` counts from 1 to `stages`. Null where there is nothing to draw. */
  draw: (facts: OverviewFacts, stage: number) => ReactNode
}

export interface OverviewSection {
  /** Null: it belongs to the overview itself. */
  heading: string | null
  isShown: (facts: OverviewFacts) => boolean
  parts: readonly OverviewPart[]
}

const OVER_TIME: OverviewPart = {
  area: 'time',
  stages: 3,
  draw: ({ timeline, overTime, aside }, stage) =>
    timeline && (
      <OverTime
        timeline={timeline}
        stage={stage}
        aside={aside}
        note={overTimeNote(timeline, overTime?.dateFormat ?? null)}
      />
    ),
}

const BREAKDOWN: OverviewPart = {
  area: 'groups',
  stages: 1,
  draw: ({ breakdownColumn, breakdown, columns, onBreakdown, selectedGroup, onGroup }) => (
    <BreakdownPanel {...{ breakdownColumn, breakdown, columns, onBreakdown, selectedGroup, onGroup }} />
  ),
}

const DISTRIBUTION: OverviewPart = {
  area: 'shares',
  stages: 3,
  draw: ({ summary, aside }, stage) => (
    <DistributionFigure byLabel={summary.byLabel} aside={aside} stage={stage} />
  ),
}

/** What stands under the sentence, in the order in which it is drawn. A chart more is an entry here. */
export const OVERVIEW_SECTIONS: readonly OverviewSection[] = [
  {
    heading: 'Versions and time',
    isShown: ({ columns }) => columns.length > 0,
    parts: [OVER_TIME, BREAKDOWN],
  },
  { heading: null, isShown: () => true, parts: [DISTRIBUTION] },
]

/** The sentence, and every step of every part. */
export const OVERVIEW_STAGES =
  1 + OVERVIEW_SECTIONS.flatMap(({ parts }) => parts).reduce((sum, { stages }) => sum + stages, 0)

/** For each part the step that it is in when the overview is in `stage`, from 1; 0: not begun. */
export function partStages(stage: number): ReadonlyMap<OverviewPart, number> {
  const begun = new Map<OverviewPart, number>()
  let before = 1
  for (const part of OVERVIEW_SECTIONS.flatMap(({ parts }) => parts)) {
    begun.set(part, Math.max(0, Math.min(part.stages, stage - before)))
    before += part.stages
  }
  return begun
}
