/** Where the stubbed build lies: never in dist. */
export const STUB_DIST: string
