import { fileURLToPath } from 'node:url'

/** Where the stubbed build lies: never in dist. */
export const STUB_DIST = fileURLToPath(new URL('../../node_modules/.cache/stub-dist', import.meta.url))
