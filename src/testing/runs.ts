/** Whether the long versions of tests are run: `npm run test:endurance`. */
export const ENDURANCE = process.env['ENDURANCE'] === '1'

/** How often a property is tried: `usual`, or ten thousand times where endurance is tested. */
export function runs(usual: number): number {
  return ENDURANCE ? Math.max(usual, 10_000) : usual
}

/** How long a property may take then, in milliseconds. */
export const PATIENCE = 900_000
