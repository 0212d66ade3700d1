import { LABELS } from '../domain/labels.ts'
import { classifiedRows, groupName, netSentiment, wholePercents, type Group } from '../domain/summary.ts'
import { formatCount, formatPoints, plural } from '../lib/format.ts'
import { Button } from '../ui/Button.tsx'
import { classes } from '../ui/classes.ts'
import styles from './BreakdownTable.module.css'
import colours from './sentiment.module.css'
import { ShareBar } from './ShareBar.tsx'

export interface BreakdownRowProps {
  group: Group
  selected: boolean
  onSelect?: ((value: string | null) => void) | undefined
}

export function BreakdownRow({ group: { value, byLabel }, selected, onSelect }: BreakdownRowProps) {
  const percents = wholePercents(byLabel)
  const rowCount = classifiedRows(byLabel)
  const net = netSentiment(byLabel)
  const name = groupName(value)
  return (
    <tr>
      <th scope="row" className={styles['name']} title={name}>
        {onSelect === undefined ? (
          <span className={styles['value']}>{name}</span>
        ) : (
          <Button
            variant="quiet"
            className={styles['value']}
            aria-pressed={selected}
            onClick={() => onSelect(selected ? null : value)}
          >
            {name}
          </Button>
        )}
        <span className={styles['count']}>
          {formatCount(rowCount)}
          <span className="visually-hidden">{rowCount === 1 ? ' row' : ' rows'}</span>
        </span>
      </th>
      {LABELS.map((label) => {
        const { rows, notSure } = byLabel[label]
        return (
          <td key={label} className={styles['unseen']}>
            <span className="visually-hidden">
              {plural(rows, 'row')}, {percents[label]} %, {formatCount(notSure)} not sure
            </span>
          </td>
        )
      })}
      <td aria-hidden="true">
        <ShareBar byLabel={byLabel} />
      </td>
      <td className={classes(styles['net'], colours[netColour(net)])}>{formatPoints(net)}</td>
    </tr>
  )
}

function netColour(net: number): 'negative' | 'neutral' | 'positive' {
  const points = Math.round(net)
  if (points === 0) return 'neutral'
  return points > 0 ? 'positive' : 'negative'
}
