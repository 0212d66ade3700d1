import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeText } from '../../testing/encodeText.ts'
import { PATIENCE, runs } from '../../testing/runs.ts'
import { writeTable, type WrittenDialect } from '../../testing/writeTable.ts'
import { sniffDelimiter } from '../layout/delimiter.ts'
import { DELIMITERS } from '../../domain/delimiters.ts'
import type { Quote } from '../layout/dialect.ts'
import { detectNewline } from '../layout/newline.ts'
import { Unescaper } from '../layout/quotes.ts'
import { readRecords } from '../records/records.ts'
import type { Batch } from '../records/splitter.ts'
import { openSource } from '../encoding/utf8Source.ts'

const PLAIN = [
  'a',
  'b',
  '1',
  ' ',
  ',',
  ';',
  '\t',
  '|',
  '"',
  "'",
  '\\',
  '\n',
  '\r',
  '\r\n',
  '=',
  '#',
  '\0',
  '\x1F',
]
/** Letters that an encoding has, besides ASCII. */
const LETTERS: Readonly<Record<string, readonly string[]>> = {
  'utf-8': ['é', '€', '😀', '\uFEFF', '\u202E', '\uFFFD'],
  'utf-16le': ['é', '€', '😀', '\u0A0D', '\u2C22', '\uFFFD'],
  'utf-16be': ['é', '€', '😀', '\u0A0D', '\u222C', '\uFFFD'],
  'windows-1252': ['é', '€', '“', 'ß'],
  'windows-1250': ['ł', 'ő', 'š'],
  'windows-1251': ['я', 'Ж', 'ё'],
  'koi8-r': ['я', 'Ж', 'ё'],
  'iso-8859-15': ['€', 'œ', 'é'],
  macintosh: ['é', 'ü', '’'],
  shift_jis: ['画', 'ソ', '表', 'ｱ'],
  'euc-jp': ['画', 'ソ', '表'],
  'euc-kr': ['앱', '좋', '다'],
  gb18030: ['应', '用', '很'],
  big5: ['應', '用', '功'],
}

const newlines = fc.constantFrom('\n' as const, '\r\n' as const, '\r' as const)
const dialects: fc.Arbitrary<WrittenDialect> = fc.record({
  delimiter: fc.constantFrom(...DELIMITERS, ':', '#'),
  newline: newlines,
  quote: fc.constantFrom<Quote>('"', "'", null),
  escape: fc.constantFrom('doubled' as const, 'backslash' as const),
})

/** Any table that a dialect and an encoding can write. */
const written = fc
  .tuple(dialects, fc.constantFrom(...Object.keys(LETTERS)), fc.boolean())
  .chain(([dialect, encoding, quoteAll]) => {
    const isWritable = (unit: string): boolean =>
      dialect.quote !== null || (unit !== dialect.delimiter && !/[\r\n]/.test(unit))
    const units = [...PLAIN, ...(LETTERS[encoding] ?? [])].filter(isWritable)
    const cell = fc.string({ unit: fc.constantFrom(...units), maxLength: 12 })
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 })
    return fc.record({
      table,
      dialect: fc.constant(dialect),
      encoding: fc.constant(encoding),
      quoteAll: fc.constant(quoteAll),
      marked: fc.boolean(),
      blockBytes: fc.integer({ min: 1, max: 40 }),
    })
  })

describe('write, then read', () => {
  it(
    'returns any table in any dialect and encoding, however the blocks fall',
    async () => {
      await fc.assert(
        fc.asyncProperty(written, async ({ table, dialect, encoding, quoteAll, marked, blockBytes }) => {
          const text = writeTable(table, dialect, quoteAll)
          const mark = marked && encoding.startsWith('utf') ? '\uFEFF' : ''
          const file = new Blob([encodeText(mark + text, encoding)])
          const bytes = mark === '' ? 0 : encodeText(mark, encoding).length
          const unescaper =
            dialect.escape === 'backslash' && dialect.quote !== null
              ? new Unescaper(dialect.quote, dialect.delimiter)
              : undefined
          const source = await openSource(file, { label: encoding, mark: bytes }, { unescaper })
          expect(source.undecodable).toBe(0)

          const { delimiter, quote } = dialect
          const unescaped = await source.blob.slice(source.start).text()
          const newline = detectNewline(unescaped, quote)
          if (dialect.newline === '\r') expect(newline).toBe('\r')
          const start = { offset: source.start, line: 1 }
          const all: Batch = { records: [], skipped: [] }
          for await (const batch of readRecords(
            source.blob,
            start,
            { delimiter, newline, quote },
            { blockBytes },
          )) {
            all.records.push(...batch.records)
            all.skipped.push(...batch.skipped)
          }
          expect(all.records.map(({ cells }) => cells)).toEqual(table)
          expect(all.skipped).toEqual([])
        }),
        { numRuns: runs(500) },
      )
    },
    PATIENCE,
  )

  it(
    'tells delimiter and line break of what it wrote',
    () => {
      const words = fc.string({ unit: fc.constantFrom('a', 'b', ' ', ',', '"', 'é', '\n'), maxLength: 30 })
      const tables = fc.array(fc.tuple(fc.constant('id'), words, words), { minLength: 3, maxLength: 9 })
      fc.assert(
        fc.property(tables, fc.constantFrom(...DELIMITERS), newlines, (table, delimiter, newline) => {
          const dialect = { delimiter, newline, quote: '"', escape: 'doubled' } as const
          const text = writeTable([['id', 'review', 'reply'], ...table], dialect)
          const detected = detectNewline(text)
          expect(detected).toBe(newline === '\r' ? '\r' : '\n')
          expect(sniffDelimiter(text, detected, true).delimiter).toBe(delimiter)
        }),
        { numRuns: runs(500) },
      )
    },
    PATIENCE,
  )
})
