import { formatCount, formatDuration, plural } from '../../../lib/format.ts'
import type { RunProgress, TextProfile } from '../../../table/protocol.ts'

/** Where a run was stopped; `progress` is null before its first answer. `goesOn`: Classify would continue there. */
export function stoppedWords(progress: RunProgress | null, goesOn: boolean): string {
  if (progress === null) return goesOn ? 'Stopped. Choose Classify to continue.' : 'Stopped.'
  const kept = goesOn ? 'What is done is kept; choose Classify to continue.' : 'What is done is kept.'
  return `Stopped at ${formatCount(progress.done)} of ${formatCount(progress.total)} rows. ${kept}`
}

/** "7,600 of 20,000 rows · 412 rows a second · 30 s left · shown so far, in file order" */
export function progressWords({ done, total }: RunProgress, perSecond: number | null): string {
  const parts = [`${formatCount(done)} of ${formatCount(total)} rows`]
  if (perSecond !== null) {
    const speed = perSecond < 10 ? Math.max(0.1, perSecond).toFixed(1) : formatCount(perSecond)
    parts.push(`${speed} rows a second`)
    parts.push(`${formatDuration(((total - done) * 1000) / perSecond)} left`)
  }
  return [...parts, 'shown so far, in file order'].join(' · ')
}

/** How a run ended: in `ms` milliseconds, with rows that the model could not read or without. */
export function doneWords(ms: number, unreadable: number): string {
  const end =
    unreadable === 0
      ? 'every row with text has been read'
      : `${plural(unreadable, 'row')} could not be read, every other row with text has been`
  return `Done in ${formatDuration(ms)}: ${end}.`
}

/** What a run would take, before it is started. `failed`: there is no model to measure with. */
export function estimateWords(profile: TextProfile, estimateMs: number | null, failed = false): string {
  const { withText, distinct, sample } = profile
  if (withText === 0) return 'No row has text in this column.'
  const rows = `${plural(withText, 'row')} with text.`
  if (estimateMs === null && failed) return `${rows} How long that takes is measured once a model is ready.`
  if (estimateMs === null) return `${rows} Measuring how long that takes on this device …`
  const timed = sample.length === 1 ? 'on one of them' : `on up to ${sample.length} of them`
  const time = estimateMs < 1000 ? 'Under a second' : `About ${formatDuration(estimateMs)}`
  const repeated =
    distinct < withText ? ` Equal texts are read once, which leaves ${formatCount(distinct)}.` : ''
  return `${rows} ${time} on this device, measured ${timed}.${repeated}`
}

/** Why progress fell: "1,250 rows are read again: …". */
export function takenBackWords(rows: number): string {
  const verb = rows === 1 ? 'is' : 'are'
  return `${plural(rows, 'row')} ${verb} read again: a part of the engine no longer gave the reference answers, and what it had read was taken back.`
}
