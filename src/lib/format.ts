const INTEGER = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 })

/** `18,240` */
export function formatCount(value: number): string {
  return INTEGER.format(value)
}

/** A share 0…1 as `87 %`. Never "100 %" or "0 %" for a share that is not: `over 99 %`, `under 1 %`. */
export function formatShare(share: number): string {
  if (share > 0 && share < 0.005) return 'under 1 %'
  if (share < 1 && share >= 0.995) return 'over 99 %'
  return `${INTEGER.format(share * 100)} %`
}

/** `1 row`, `2 rows`. */
export function plural(count: number, singular: string, several = `${singular}s`): string {
  return `${formatCount(count)} ${count === 1 ? singular : several}`
}

/** A length of time as a person would say it: `under a second`, `30 s`, `4 min`, `1 h 20 min`. Milliseconds in. */
export function formatDuration(ms: number): string {
  if (ms < 1000) return 'under a second'
  const seconds = Math.round(ms / 1000)
  if (seconds < 90) return `${seconds} s`
  const minutes = Math.round(seconds / 60)
  if (minutes < 90) return `${minutes} min`
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

/** Bytes as `10.7 MB` or `226 kB` (decimal units, as browsers and hosts show them). */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`
  if (bytes < 999_500) return `${Math.round(bytes / 1000)} kB`
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}

/** Net sentiment in points, with its sign: `+30`, `−33`, `0`. */
export function formatPoints(points: number): string {
  const whole = Math.round(Math.abs(points))
  if (whole === 0) return '0'
  return points > 0 ? `+${whole}` : `−${whole}`
}
