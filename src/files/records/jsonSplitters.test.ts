import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PATIENCE, runs } from '../../testing/runs.ts'
import { JsonColumns } from './jsonCells.ts'
import { JsonLineSplitter } from './jsonLines.ts'
import { JsonListSplitter } from './jsonList.ts'
import { jsonLayout } from '../layout/jsonText.ts'
import { splitBlob } from './records.ts'
import type { Batch } from './splitter.ts'

interface ReadJson extends Batch {
  names: string[]
  cells: string[][]
}

async function read(text: string, { blockBytes = 2 ** 20, limit = 2 ** 24 } = {}): Promise<ReadJson> {
  const layout = jsonLayout(text)
  if (!layout) throw new Error('this is not JSON')
  const columns = new JsonColumns()
  const start = { offset: new TextEncoder().encode(text.slice(0, layout.start)).length, line: 1 }
  const splitter =
    layout.kind === 'lines'
      ? new JsonLineSplitter(columns, start, limit)
      : new JsonListSplitter(columns, start, limit, layout.property !== null)
  const all: Batch = { records: [], skipped: [] }
  for await (const { records, skipped } of splitBlob(new Blob([text]), start.offset, splitter, {
    blockBytes,
  })) {
    all.records.push(...records)
    all.skipped.push(...skipped)
  }
  return { ...all, names: columns.names, cells: all.records.map(({ cells }) => cells) }
}

describe('JSON', () => {
  it.each<[string, string, string[], string[][]]>([
    [
      'lines',
      '{"a":1,"b":"x"}\n{"b":"y","c":null}\n',
      ['a', 'b', 'c'],
      [
        ['1', 'x'],
        ['', 'y', ''],
      ],
    ],
    ['lines with CRLF and blank ones', '{"a":1}\r\n\r\n{"a":2}', ['a'], [['1'], ['2']]],
    ['a list', '[{"a":1},{"a":2,"b":true}]', ['a', 'b'], [['1'], ['2', 'true']]],
    ['an empty list', '[]', [], []],
    [
      'a list over lines',
      '[\n  {\n    "a": "x\\ny"\n  },\n  {"a": "}],{"}\n]\n',
      ['a'],
      [['x\ny'], ['}],{']],
    ],
    [
      'a list in an object',
      '{"total":2,"data":[{"a":1},{"a":2}],"next":{"b":[{"c":1}]}}',
      ['a'],
      [['1'], ['2']],
    ],
    ['objects over lines, one after the other', '{\n "a": 1\n}\n{\n "a": 2\n}', ['a'], [['1'], ['2']]],
    ['pages of lists', '[{"a":1}]\n[{"a":2}]', ['a'], [['1'], ['2']]],
    ['texts', '["good","bad \\"quoted\\"", ""]', ['Text'], [['good'], ['bad "quoted"'], ['']]],
    ['nested values', '{"a":{"b":[1,2]},"c":[]}\n', ['a', 'c'], [['{"b":[1,2]}', '[]']]],
    [
      'reviews with replies',
      '{"a":1,"replies":[{"b":2}]}\n{"a":3,"replies":[]}\n',
      ['a', 'replies'],
      [
        ['1', '[{"b":2}]'],
        ['3', '[]'],
      ],
    ],
    [
      'long numbers',
      '[{"id":12345678901234567890,"text":"98765432109876543210"}]',
      ['id', 'text'],
      [['12345678901234567890', '98765432109876543210']],
    ],
    [
      'names of the prototype',
      '{"__proto__":"p","constructor":"c","toString":"t"}',
      ['__proto__', 'constructor', 'toString'],
      [['p', 'c', 't']],
    ],
    ['an empty name', '[{"":"x"}]', [''], [['x']]],
    ['empty objects', '[{},{"a":1}]', ['a'], [[], ['1']]],
  ])('reads %s', async (_name, text, names, cells) => {
    for (const blockBytes of [1, 3, 2 ** 20]) {
      const result = await read(text, { blockBytes })
      expect(result.names).toEqual(names)
      expect(result.cells).toEqual(cells)
      expect(result.skipped).toEqual([])
    }
  })

  it.each<[string, string, string[][], [line: number, reason: string][]]>([
    ['a broken line', '{"a":1}\n{"a":2,\n{"a":3}\n', [['1'], ['3']], [[2, 'The line is not valid JSON.']]],
    ['a line that is a number', '{"a":1}\n7\n', [['1']], [[2, 'The line is neither an object nor a text.']]],
    [
      'a broken value of a list',
      '[\n{"a":1},\n{"a":x, "r":[{"b":1}, {"b":2}]},\n{"a":3}\n]',
      [['1'], ['3']],
      [[3, 'The value that begins here is not valid JSON.']],
    ],
    [
      'a text that is never closed',
      '[{"a":"1"}, {"a":"2}, {"a":"3"}, {"a":"4"}]',
      [['1'], ['3'], ['4']],
      [[1, 'A value begins here and is never closed.']],
    ],
    [
      'an object that is never closed',
      '[\n  {"a":1},\n  {"a":2, "b":{"c":1},\n  {"a":3}\n]',
      [['1'], ['3']],
      [[3, 'A value begins here and is never closed.']],
    ],
    [
      'a file that is cut off',
      '[{"a":1},\n{"a":"2',
      [['1']],
      [[2, 'A value begins here and is never closed.']],
    ],
    [
      'numbers among objects',
      '[{"a":1}, 2, null]',
      [['1']],
      [
        [1, 'neither'],
        [1, 'neither'],
      ],
    ],
  ])('sets aside %s and reads on', async (_name, text, cells, skipped) => {
    for (const blockBytes of [1, 7, 2 ** 20]) {
      const result = await read(text, { blockBytes })
      expect(result.cells).toEqual(cells)
      expect(result.skipped.map(({ line }) => line)).toEqual(skipped.map(([line]) => line))
      for (const [index, [, reason]] of skipped.entries())
        expect(result.skipped[index]?.reason).toContain(reason)
    }
  })

  it.each([
    ['lines', '\n'],
    ['list', ','],
  ])('sets aside a value over the limit in %s', async (_kind, separator) => {
    const objects = ['{"a":"1"}', `{"a":"${'x'.repeat(5000)}"}`, '{"a":"3"}'].join(separator)
    const text = separator === ',' ? `[${objects}]` : objects
    for (const blockBytes of [64, 2 ** 20]) {
      const result = await read(text, { blockBytes, limit: 1024 })
      const isWhole = separator === ',' && blockBytes > 5000
      expect(result.cells.at(0)).toEqual(['1'])
      expect(result.cells.at(-1)).toEqual(['3'])
      expect(result.skipped).toHaveLength(isWhole ? 0 : 1)
      // Where nothing separates values their bytes lie end to end.
      const [piece] = result.skipped
      if (separator === '\n') expect(piece).toMatchObject({ line: 2, offset: 10, length: 5009 })
    }
  })

  it('gives each value again from its bytes', async () => {
    const text = '[ {"a":"é"} , {"b":"😀"}\n]'
    const { records, names } = await read(text, { blockBytes: 2 })
    const bytes = new TextEncoder().encode(text)
    const columns = new JsonColumns()
    for (const name of names) columns.column(name)
    const again = records.map(({ offset, length }) =>
      columns.cellsOf(new TextDecoder().decode(bytes.subarray(offset, offset + length))),
    )
    expect(again).toEqual([
      ['é', ''],
      ['', '😀'],
    ])
  })

  it('keeps what has too many names together', async () => {
    const wide = Object.fromEntries(Array.from({ length: 4100 }, (_, index) => [`n${index}`, index]))
    const { names, cells } = await read(JSON.stringify([wide]))
    expect(names).toHaveLength(4097)
    expect(JSON.parse(cells[0]?.[4096] ?? '')).toEqual({ n4096: 4096, n4097: 4097, n4098: 4098, n4099: 4099 })
  })
})

describe('jsonLayout', () => {
  it.each([
    ['review\ngood\n', null],
    ['[id],review\n1,ok\n', null],
    ['[1, 2]', null],
    ['{not json}', null],
    ['', null],
    ['\uFEFF[{"a":1}]', { kind: 'list', start: 2, property: null }],
    ['{"a":1}\n{"a":2}', { kind: 'lines', start: 0, property: null }],
    ['{"reviews":[{"a":1}]}\n', { kind: 'list', start: 12, property: 'reviews' }],
    ['{"a":"[{","b":1}\n', { kind: 'lines', start: 0, property: null }],
  ])('%j', (text, expected) => {
    expect(jsonLayout(text)).toEqual(expected)
  })
})

describe('on any input', () => {
  const value = fc.json({ maxDepth: 3, noUnicodeString: false })
  const noise = fc.string({ unit: fc.constantFrom(...'{}[]",:\\ax1 \n'.split(''), '😀'), maxLength: 30 })

  it(
    'reads back what JSON.stringify wrote, however the blocks fall',
    async () => {
      const objects = fc.array(fc.dictionary(fc.string({ maxLength: 5 }), fc.string({ unit: 'binary' })), {
        maxLength: 8,
      })
      await fc.assert(
        fc.asyncProperty(
          objects,
          fc.constantFrom(0, 2),
          fc.boolean(),
          fc.integer({ min: 1, max: 40 }),
          async (list, indent, lines, blockBytes) => {
            const text = lines
              ? list.map((each) => `${JSON.stringify(each)}\n`).join('')
              : JSON.stringify(list, null, indent)
            fc.pre(jsonLayout(text)?.kind === (lines ? 'lines' : 'list'))
            const { cells, names, skipped } = await read(text, { blockBytes })
            expect(skipped).toEqual([])
            const wanted = list.map((each) =>
              names.map((name) => (Object.hasOwn(each, name) ? wellFormed(each[name] ?? '') : '')),
            )
            expect(cells.map((row) => names.map((_, index) => row[index] ?? ''))).toEqual(wanted)
          },
        ),
        { numRuns: runs(300) },
      )
    },
    PATIENCE,
  )

  it(
    'never hangs and never counts a byte twice',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.oneof(noise, value), { maxLength: 6 }).map((parts) => `[{${parts.join(',')}`),
          fc.integer({ min: 1, max: 40 }),
          fc.constantFrom(10, 2 ** 24),
          async (text, blockBytes, limit) => {
            fc.pre(jsonLayout(text) !== null)
            const { records, skipped } = await read(text, { blockBytes, limit })
            const all = [...records, ...skipped].sort((a, b) => a.offset - b.offset)
            let end = 0
            for (const { offset, length } of all) {
              expect(offset).toBeGreaterThanOrEqual(end)
              end = offset + length
            }
            expect(end).toBeLessThanOrEqual(new TextEncoder().encode(text).length)
          },
        ),
        { numRuns: runs(500) },
      )
    },
    PATIENCE,
  )
})

/** Lone halves of pairs become U+FFFD when they are written. */
function wellFormed(text: string): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(text))
}
