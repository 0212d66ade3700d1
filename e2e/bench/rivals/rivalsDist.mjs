import { fileURLToPath } from 'node:url'

/** Where the page of the rivals is built: never in dist. */
export const RIVALS_DIST = fileURLToPath(new URL('../../../node_modules/.cache/rivals-dist', import.meta.url))
