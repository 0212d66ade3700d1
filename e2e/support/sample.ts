import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildFolder } from '../staticServer.ts'
import { BYTE_ORDER_MARK, parseCsv, type ParsedCsv } from './csv.ts'

/** The sample that the product ships, read from the build under test. */
export function readSample(): ParsedCsv {
  const text = readFileSync(join(buildFolder(), 'samples/stridewell-reviews.csv'), 'utf8')
  return parseCsv(text.startsWith(BYTE_ORDER_MARK) ? text : BYTE_ORDER_MARK + text)
}

export const ROWS = 300
export const WITH_TEXT = 290
/** Two reviews are in German and Dutch. */
export const COUNTED = 288
