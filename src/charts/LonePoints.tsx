import { usePlotArea } from 'recharts'
import { LABELS } from '../domain/labels.ts'
import { LABEL_WORDS } from '../words/labelWords.ts'
import { lonePositions, type Drawn } from './timeSeries.ts'
import styles from './TimeLines.module.css'

/** Pixels between the sentiments of one point, so that their intervals stand side by side. */
const APART = 8

/**
 * Points that no line reaches: the glyph of each sentiment at its share, on a bar that is its interval. Drawn inside
 * a chart whose axes run from the first to the last position and from 0 to 1.
 */
export function LonePoints({ drawn }: { drawn: readonly Drawn[] }) {
  const plot = usePlotArea()
  const first = drawn[0]?.position ?? 0
  const last = drawn.at(-1)?.position ?? 0
  if (plot === undefined || last === first) return null
  const alone = lonePositions(drawn)
  const height = (share: number): number => plot.y + plot.height * (1 - share)
  return drawn
    .filter(({ position }) => alone.has(position))
    .flatMap(({ position, estimates }) =>
      LABELS.map((label, index) => {
        if (estimates === null) return null
        const { share, low, high } = estimates[label]
        const x = plot.x + (plot.width * (position - first)) / (last - first) + APART * (index - 1)
        return (
          <g key={`${position} ${label}`} fill={`var(--${label})`} textAnchor="middle">
            <rect
              className={styles['lone']}
              x={x - APART / 2}
              y={height(high)}
              width={APART}
              height={height(low) - height(high)}
            />
            <text className={styles['glyph']} x={x} y={height(share)} dominantBaseline="central">
              {LABEL_WORDS[label].glyph}
            </text>
          </g>
        )
      }),
    )
}
