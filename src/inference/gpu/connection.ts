/** `navigator.connection` where there is one: Chromium only. */
export interface Connection {
  /** Paid by volume, or so slow that a large download would be in the way. */
  metered: boolean
  bytesPerSecond: number
}

/** 20 Mbit/s: an ordinary connection where the browser tells nothing. */
const USUAL = 2_500_000
const SLOW = ['slow-2g', '2g', '3g']

/** Reads what the browser says of the connection; `information` is `navigator.connection` or undefined. */
export function readConnection(information: unknown): Connection {
  if (typeof information !== 'object' || information === null)
    return { metered: false, bytesPerSecond: USUAL }
  const field = (name: string): unknown => Reflect.get(information, name)
  const downlink = field('downlink')
  return {
    metered:
      field('saveData') === true ||
      field('type') === 'cellular' ||
      SLOW.some((kind) => kind === field('effectiveType')),
    // Megabits; browsers cap it at 10, above which nothing changes for us.
    bytesPerSecond: typeof downlink === 'number' && downlink > 0 ? downlink * 125_000 : USUAL,
  }
}
