/** How often a property is tried: `usual`, or ten thousand times where endurance is tested. */
export function runs(usual: number): number {
  return process.env['ENDURANCE'] === '1' ? Math.max(usual, 10_000) : usual
}

/** How long a property may take then, in milliseconds. */
export const PATIENCE = 900_000
