import { LABELS, perLabel, type PerLabel } from '../domain/labels.ts'

/** The fill of each sentiment's "not sure" part in a chart that holds `<Hatches id={id} />`. */
export function hatchFills(id: string): PerLabel<string> {
  return perLabel((label) => `url(#${id}-${label})`)
}

/** SVG patterns, one per sentiment, in its colour. `id` must be unique on the page (`useId`). */
export function Hatches({ id }: { id: string }) {
  return (
    <defs>
      {LABELS.map((label) => (
        <pattern
          key={label}
          id={`${id}-${label}`}
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
          width={5}
          height={5}
        >
          <rect width={5} height={5} fill="var(--ground)" />
          <rect width={2.4} height={5} fill={`var(--${label})`} />
        </pattern>
      ))}
    </defs>
  )
}
