import { usePlotArea } from 'recharts'
import { LABELS, type PerLabel } from '../domain/labels.ts'
import { LABEL_WORDS } from '../words/labelWords.ts'
import { classifiedRows, wholePercents, type LabelCount } from '../domain/summary.ts'
import { spread } from './spread.ts'
import styles from './TimeLines.module.css'

const LINE_HEIGHT = 18

/** Glyph and share at the end of each line, of its last point. Drawn inside a chart whose axis runs from 0 to 1. */
export function LineEnds({ byLabel }: { byLabel: PerLabel<LabelCount> }) {
  const plot = usePlotArea()
  if (plot === undefined) return null
  const percents = wholePercents(byLabel)
  const total = Math.max(1, classifiedRows(byLabel))
  const wanted = LABELS.map((label) => plot.y + plot.height * (1 - byLabel[label].rows / total))
  const places = spread(wanted, LINE_HEIGHT, plot.y, plot.y + plot.height)
  return LABELS.map((label, index) => (
    <text
      key={label}
      className={styles['end']}
      x={plot.x + plot.width + 8}
      y={places[index]}
      dominantBaseline="central"
      fill={`var(--${label}-text)`}
    >
      {LABEL_WORDS[label].glyph} {percents[label]} %
    </text>
  ))
}
