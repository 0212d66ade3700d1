import type { TableClient } from '../table/client.ts'
import { createFitReaders } from '../table/worker/answers/fitReaders.ts'
import { connectTable } from './connectTable.ts'

/**
 * The data worker for tests of views. Every text in Latin letters reads like English, which takes no time to find out; other
 * languages are told by their script. A test spies on a method to see what was asked, or to make it fail.
 */
export function reviewTable(): TableClient {
  return connectTable(createFitReaders(() => Promise.resolve(() => -1)))
}
