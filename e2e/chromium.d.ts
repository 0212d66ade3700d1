declare module '*/.ci/chromium.mjs' {
  /** Path of a Chromium that starts, or null. */
  export function findChromium(): Promise<string | null>
}
