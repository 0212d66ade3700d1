import { LABELS, type PerLabel } from '../domain/labels.ts'
import { wholePercents, type LabelCount } from '../domain/summary.ts'
import { formatCount } from '../lib/format.ts'
import styles from './DistributionTable.module.css'
import { LabelMark } from './LabelMark.tsx'

/** The numbers of the distribution. */
export function DistributionTable({ byLabel }: { byLabel: PerLabel<LabelCount> }) {
  const percents = wholePercents(byLabel)
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">Sentiment</span>
          </th>
          <th scope="col">Rows</th>
          <th scope="col">Share</th>
          <th scope="col">Not sure</th>
        </tr>
      </thead>
      <tbody>
        {LABELS.map((label) => (
          <tr key={label}>
            <th scope="row">
              <LabelMark label={label} strong />
            </th>
            <td>{formatCount(byLabel[label].rows)}</td>
            <td>{percents[label]} %</td>
            <td>{formatCount(byLabel[label].notSure)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
