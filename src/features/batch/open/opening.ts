import { latestOnly } from '../../../lib/latestOnly.ts'

/** One file is opened, or one choice of columns read, at a time: the next one overtakes it. */
export const latestOpening = latestOnly()
