import { LABELS } from '../domain/labels.ts'
import { classifiedRows, wholePercents } from '../domain/summary.ts'
import type { Timeline } from '../domain/timeline.ts'
import { formatCount } from '../lib/format.ts'
import { LabelMark } from './LabelMark.tsx'
import { estimates, type Estimate } from './timeSeries.ts'
import styles from './TimeTable.module.css'
import { startWords, stretchHeading } from './timeWords.ts'

/** The numbers of the lines: rows, and the share of each sentiment with its 95 % interval. */
export function TimeTable({ timeline }: { timeline: Timeline }) {
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          <th scope="col">{stretchHeading(timeline)}</th>
          <th scope="col">Rows</th>
          {LABELS.map((label) => (
            <th key={label} scope="col">
              <LabelMark label={label} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {timeline.points.map((point) => {
          const percents = wholePercents(point.byLabel)
          const estimated = estimates(point)
          return (
            <tr key={point.position}>
              <th scope="row">{startWords(point.start, timeline.unit)}</th>
              <td>{formatCount(classifiedRows(point.byLabel))}</td>
              {LABELS.map((label) => (
                <td key={label}>
                  {percents[label]} %{' '}
                  <span className={styles['interval']}>{intervalWords(estimated[label])}</span>
                </td>
              ))}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** `(35–47)`, in percent; outwards, so that it never looks narrower than it is. */
function intervalWords({ low, high }: Estimate): string {
  return `(${Math.floor(low * 100)}–${Math.ceil(high * 100)})`
}
