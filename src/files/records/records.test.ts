import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DELIMITERS } from '../../domain/delimiters.ts'
import type { Dialect } from '../layout/dialect.ts'
import { PATIENCE, runs } from '../../testing/runs.ts'
import { splitByHand } from '../../testing/splitByHand.ts'
import { readRecords, type ReadOptions } from './records.ts'
import { recordsOf } from './recordText.ts'
import type { Batch } from './splitter.ts'
import { csvRecord } from '../write/writeCsv.ts'

const COMMA: Dialect = { delimiter: ',', newline: '\n', quote: '"' }

async function read(
  text: string | Blob,
  dialect: Dialect = COMMA,
  options: ReadOptions & { start?: number } = {},
): Promise<Batch> {
  const start = { offset: options.start ?? 0, line: 1 }
  const all: Batch = { records: [], skipped: [] }
  for await (const batch of readRecords(new Blob([text]), start, dialect, options)) {
    all.records.push(...batch.records)
    all.skipped.push(...batch.skipped)
  }
  return all
}

async function cellsOf(text: string, dialect = COMMA, options: ReadOptions = {}): Promise<string[][]> {
  return (await read(text, dialect, options)).records.map(({ cells }) => cells)
}

describe('readRecords', () => {
  it.each<[string, string, string[][]]>([
    ['nothing', '', []],
    [
      'no line break at the end',
      'a,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a line break at the end',
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'CRLF',
      'a,b\r\n1,2\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['LF and CRLF mixed', 'a\r\nb\nc\r\n', [['a'], ['b'], ['c']]],
    ['empty lines', 'a\n\n\r\nb\n\n', [['a'], [''], [''], ['b'], ['']]],
    ['only an empty line', '\n', [['']]],
    ['quotes', '"a ""b""","c,d","e\r\nf"\n', [['a "b"', 'c,d', 'e\r\nf']]],
    ['a quoted CR at the end', '"a\r"\r\n"b\r"\n', [['a\r'], ['b\r']]],
    [
      'a quoted cell before CRLF',
      '1,"a"\r\n2,"b"\r\n',
      [
        ['1', 'a'],
        ['2', 'b'],
      ],
    ],
    ['spaces after a closing quote', '"a" ,b\n"c" \n', [['a', 'b'], ['c']]],
    ['quotes inside an unquoted cell', '5" screen,ok\n', [['5" screen', 'ok']]],
    ['a sloppy quote inside a quoted cell', '"say "hi" now",ok\n', [['say "hi" now', 'ok']]],
    ['ragged rows', 'a,b\n1\n1,2,3\n', [['a', 'b'], ['1'], ['1', '2', '3']]],
    ['names of the prototype', '__proto__,constructor\n', [['__proto__', 'constructor']]],
    ['NUL, lone BOM, right-to-left marks', 'a\0b,\uFEFFc,\u202Ed\n', [['a\0b', '\uFEFFc', '\u202Ed']]],
  ])('reads %s', async (_name, text, expected) => {
    expect(await cellsOf(text)).toEqual(expected)
    expect(await cellsOf(text, COMMA, { blockBytes: 1 })).toEqual(expected)
  })

  it('reads old Mac files', async () => {
    const text = 'a,b\r1,"x\ny"\r\r3,4'
    expect(await cellsOf(text, { ...COMMA, newline: '\r' })).toEqual([
      ['a', 'b'],
      ['1', 'x\ny'],
      [''],
      ['3', '4'],
    ])
  })

  it('names bytes and lines of each record', async () => {
    const text = '\uFEFFid,text\r\n1,"é\r\n😀"\n\n2,ok'
    const { records } = await read(text, COMMA, { start: 3, blockBytes: 2 })
    expect(records.map(({ offset, length, line }) => [offset, length, line])).toEqual([
      [3, 9, 1],
      [12, 13, 2],
      [25, 1, 4],
      [26, 4, 5],
    ])
  })

  it('keeps characters whole that lie across blocks', async () => {
    const text = 'é€😀\n'.repeat(50)
    for (const blockBytes of [1, 2, 3, 4, 5, 7]) {
      expect(await cellsOf(text, COMMA, { blockBytes })).toEqual(Array(50).fill(['é€😀']))
    }
  })

  it('stops when aborted', async () => {
    await expect(read('a\nb', COMMA, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      name: 'AbortError',
    })
  })
})

describe('a quote that is never closed', () => {
  it.each<[string, string, number[], number]>([
    ['by a quoted cell of a later row', 'a,b\n1,2\n3,"4\n5,6\n7,"8\n9"\n', [1, 2, 4, 5], 3],
    ['by a quoted cell of the next row', 'a,b,c\n1,"x,5\n2,"y",4\n3,z,1', [1, 3, 4], 2],
    ['by a cell with doubled quotes', 'a,b\n1,"x\n2,"y ""z"""\n3,"ok"\n', [1, 3, 4], 2],
  ])('costs its own line when it is ended %s', async (_name, text, lines, skippedLine) => {
    for (const blockBytes of [1, 5, 2 ** 20]) {
      const { records, skipped } = await read(text, COMMA, { blockBytes })
      expect(records.map(({ line }) => line)).toEqual(lines)
      expect(skipped.map(({ line }) => line)).toEqual([skippedLine])
    }
  })

  it.each([
    ['careless quotes in a text of two lines', 'a,b\n1,"He said "hi", ok\nand left, bye"\n2,c\n'],
    ['careless quotes around a word', 'a,b\n1,"say "hi" now"\n2,c\n'],
    ['a text of one column', 'a\n"He said "hi"\nand left"\n'],
  ])('is not seen in %s', async (_name, text) => {
    expect((await read(text)).skipped).toEqual([])
  })

  it('costs its own line at the end of a small file', async () => {
    const open = await read('a,b\n1,2\n3,"4\n5,6\n7,8')
    expect(open.records.map(({ cells, line }) => [line, ...cells])).toEqual([
      [1, 'a', 'b'],
      [2, '1', '2'],
      [4, '5', '6'],
      [5, '7', '8'],
    ])
    expect(open.skipped).toEqual([
      { line: 3, offset: 8, length: 5, reason: 'A quotation mark opens here and is never closed.' },
    ])
  })

  it('is set aside with the whole of its record when lines before it belong to that', async () => {
    const { records, skipped } = await read('a,b\n"1\n2","3\n4,5\n')
    expect(records.map(({ cells }) => cells)).toEqual([
      ['a', 'b'],
      ['4', '5'],
    ])
    expect(skipped).toHaveLength(1)
  })

  it('costs its own line in the middle of a long file, whatever the blocks', async () => {
    const lines = Array.from({ length: 3000 }, (_, line) => (line === 1000 ? 'x,"open' : `${line},é`))
    for (const blockBytes of [64, 1000, 2 ** 20]) {
      const { records, skipped } = await read(lines.join('\n'), COMMA, { blockBytes, recordLimit: 4096 })
      expect(skipped.map(({ line }) => line)).toEqual([1001])
      expect(records.map(({ line }) => line)).toEqual(
        lines.map((_, index) => index + 1).filter((line) => line !== 1001),
      )
    }
  })

  it('does not hide quoted cells of several lines after it', async () => {
    const good = 'y,"two\nlines"\n'
    const text = `a,b\nx,"open\n${'1,2\n'.repeat(2000)}${good.repeat(3)}`
    const { records, skipped } = await read(text, COMMA, { blockBytes: 512, recordLimit: 2048 })
    expect(skipped.map(({ line }) => line)).toEqual([2])
    expect(records).toHaveLength(2004)
    expect(records.at(-1)?.cells).toEqual(['y', 'two\nlines'])
  })

  it('does not hide a quoted cell that begins where the search for its end stopped', async () => {
    const blockBytes = 64
    for (let filler = 515; filler < 535; filler++) {
      const text = `a,b\nx,"open\n${'1,2\n'.repeat(filler)}y,"two\nlines"\n`
      // Closed within the limit and the block that reached it, the open quote takes all of it.
      if (text.length - 2 < Math.ceil((2048 + 4) / blockBytes) * blockBytes) continue
      const { records, skipped } = await read(text, COMMA, { blockBytes, recordLimit: 2048 })
      expect(skipped.map(({ line }) => line)).toEqual([2])
      expect(records.at(-1)?.cells).toEqual(['y', 'two\nlines'])
    }
  })

  it('does not make reading slow when every line has one', async () => {
    const timed = async (lines: number): Promise<number> => {
      const started = performance.now()
      const { records, skipped } = await read('"open\n'.repeat(lines), COMMA, { recordLimit: 2 ** 16 })
      expect([records.length, skipped.length]).toEqual([0, lines])
      return performance.now() - started
    }
    const few = Math.min(await timed(2_000), await timed(2_000))
    // Ten times the lines; looking for the end of each in what follows would be ninety times the work.
    expect(await timed(20_000)).toBeLessThan(30 * few + 50)
  })
})

describe('long records', () => {
  it(
    'reads five megabytes in one cell',
    async () => {
      const cell = 'word "quoted"\n'.repeat(360_000)
      const { records } = await read(`a,b\n${csvRecord(['1', cell], ',')}2,3\n`)
      expect(records).toHaveLength(3)
      expect(records[1]?.cells[1] === cell).toBe(true)
    },
    PATIENCE,
  )

  it('skips a line over the limit without quotes', async () => {
    const { records, skipped } = await read(`a\n${'x'.repeat(5000)}\nb\n`, COMMA, {
      blockBytes: 256,
      recordLimit: 1024,
    })
    expect(records.map(({ cells, line, offset }) => [cells, line, offset])).toEqual([
      [['a'], 1, 0],
      [['b'], 3, 5003],
    ])
    expect(skipped.map(({ line }) => line)).toEqual([2])
  })
})

const nasty = fc.string({
  unit: fc.constantFrom(
    ...[
      'a',
      'b',
      ' ',
      ',',
      ';',
      '\t',
      '|',
      '"',
      '"',
      "'",
      "'",
      '\n',
      '\r',
      '\r\n',
      'é',
      '€',
      '😀',
      '\uFEFF',
      '=',
      '\0',
    ],
  ),
  maxLength: 12,
})
const dialects = fc.record({
  delimiter: fc.constantFrom(...DELIMITERS),
  newline: fc.constantFrom('\n' as const, '\r' as const),
  quote: fc.constantFrom('"' as const, "'" as const, null),
})
const blockSizes = fc.integer({ min: 1, max: 40 })

describe('on any input', () => {
  it(
    'splits as a plain state machine does, however the blocks fall',
    async () => {
      // Random characters hardly ever look like rows with a quote too few.
      const row = fc.constantFrom(
        'a,b\n',
        'c,"d"\n',
        'e,"f\n',
        '"g",h\n',
        'i,"j ""k""\nl"\n',
        'm,"n "o" p"\r\n',
      )
      await fc.assert(
        fc.asyncProperty(
          fc
            .oneof(fc.array(nasty, { maxLength: 12 }), fc.array(row, { maxLength: 9 }))
            .map((parts) => parts.join('')),
          dialects,
          blockSizes,
          async (text, dialect, blockBytes) => {
            const expected = splitByHand(text, dialect)
            const actual = await read(text, dialect, { blockBytes })
            expect(actual.records.map(({ cells }) => cells)).toEqual(expected.records)
            expect(actual.skipped.length).toBe(expected.skipped)
          },
        ),
        { numRuns: runs(2000) },
      )
    },
    PATIENCE,
  )

  it(
    'accounts for every byte: records and what is set aside lie end to end',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(nasty, { maxLength: 12 }).map((parts) => parts.join('')),
          dialects,
          blockSizes,
          fc.constantFrom(8, 2 ** 24),
          async (text, dialect, blockBytes, recordLimit) => {
            const { records, skipped } = await read(text, dialect, { blockBytes, recordLimit })
            const all = [...records, ...skipped].sort((a, b) => a.offset - b.offset)
            let end = 0
            for (const { offset, length } of all) {
              expect(offset).toBe(end)
              end += length
            }
            expect(end).toBe(new TextEncoder().encode(text).length)
          },
        ),
        { numRuns: runs(1000) },
      )
    },
    PATIENCE,
  )

  it(
    'gives each record again from its bytes',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(nasty, { maxLength: 12 }).map((parts) => parts.join('')),
          dialects,
          blockSizes,
          async (text, dialect, blockBytes) => {
            const { records } = await read(text, dialect, { blockBytes })
            const bytes = new TextEncoder().encode(text)
            const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
            for (const { cells, offset, length } of records) {
              const source = decoder.decode(bytes.subarray(offset, offset + length))
              expect(recordsOf(source, dialect)).toEqual([cells])
            }
          },
        ),
        { numRuns: runs(1000) },
      )
    },
    PATIENCE,
  )
})
