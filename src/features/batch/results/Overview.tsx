import { Fragment, useId, useMemo } from 'react'
import type { Breakdown, Summary } from '../../../domain/summary.ts'
import { timeline } from '../../../domain/timeline.ts'
import type { Slice } from '../../../table/protocol.ts'
import { classes } from '../../../ui/classes.ts'
import { Account } from '../account/Account.tsx'
import { summaryWords } from '../words/summaryWords.ts'
import type { BreakdownPanelProps } from './BreakdownPanel.tsx'
import { Finding } from './Finding.tsx'
import styles from './Overview.module.css'
import { OVERVIEW_SECTIONS, partStages, type OverviewFacts, type OverviewSection } from './overviewParts.tsx'
import { Sentence } from './Sentence.tsx'
import { UnfitNote } from './UnfitNote.tsx'

interface Props extends BreakdownPanelProps {
  /** Steps to draw, from 1 to `OVERVIEW_STAGES`. */
  stage: number
  summary: Summary
  severalFiles: boolean
  /** Rows without an answer. */
  onListMissing: (page: number) => Promise<Slice | null>
  /** By the column that says when; null without one. */
  overTime: Breakdown | null
  /** Whether rows that do not fit the model are counted. */
  includeUnfit: boolean
  onIncludeUnfit: (include: boolean) => void
}

/** The answer in one sentence, its distribution, and what it looks like over time and per version or group. */
export function Overview(props: Props) {
  const { stage, summary, overTime, includeUnfit, onIncludeUnfit, severalFiles, onListMissing } = props
  const { breakdown, columns } = props
  const time = useMemo(() => overTime && timeline(overTime), [overTime])
  const complete = summary.waiting === 0
  const facts = { ...props, timeline: time, aside: complete ? undefined : 'so far, in file order' }
  return (
    <>
      <section aria-labelledby="overview-heading" className={styles['overview']}>
        <h2 id="overview-heading" className="visually-hidden">
          Overview
        </h2>
        <Sentence words={summaryWords(summary)} />
        {complete && breakdown !== null && <Finding breakdown={breakdown} />}
        <Account summary={summary} severalFiles={severalFiles} onList={onListMissing} />
        <UnfitNote summary={summary} included={includeUnfit} onInclude={onIncludeUnfit} />
      </section>
      <div
        className={classes(
          styles['panels'],
          columns.length > 0 && styles[time === null ? 'withGroups' : 'withTime'],
        )}
      >
        {OVERVIEW_SECTIONS.filter(({ isShown }) => isShown(facts)).map((section) => (
          <Section key={section.heading} section={section} facts={facts} stage={stage} />
        ))}
      </div>
    </>
  )
}

interface SectionProps {
  section: OverviewSection
  facts: OverviewFacts
  stage: number
}

function Section({ section: { heading, parts }, facts, stage }: SectionProps) {
  const id = useId()
  const stages = partStages(stage)
  const drawn = parts.map((part) => {
    const own = stages.get(part) ?? 0
    const content = own > 0 ? part.draw(facts, own) : null
    return (
      content !== null && (
        <div key={part.area} className={styles[part.area]}>
          {content}
        </div>
      )
    )
  })
  if (heading === null) return <Fragment>{drawn}</Fragment>
  return (
    <section aria-labelledby={id} className={styles['section']}>
      <h2 id={id} className="visually-hidden">
        {heading}
      </h2>
      {drawn}
    </section>
  )
}
