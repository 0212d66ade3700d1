import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EXPORT_DELIMITERS, PLAIN_CSV, type ExportFormat } from '../../../domain/exportFormat.ts'
import { isFormula } from '../../../files/write/formulaGuard.ts'
import { BYTE_ORDER_MARK, csvRecord } from '../../../files/write/writeCsv.ts'
import { PATIENCE, runs } from '../../../testing/runs.ts'
import { ADDED_COLUMNS } from '../rows/addedColumns.ts'
import { exportRows } from './exportRows.ts'
import { fitCells } from '../rows/cells.ts'
import { openTable, type OpenedRows } from '../rows/openTable.ts'
import { everyRow } from '../rows/rowSource.ts'

const HEADER = ['id', 'review', '__proto__', 'flags']
const cell = fc.string({
  unit: fc.constantFrom(...Array.from('ab ,;\t|"\'\\\n\ré€😀\u202E\uFEFF=-+@1<>')),
  maxLength: 10,
})
const tables = fc.array(fc.tuple(cell, cell, cell, cell), { minLength: 1, maxLength: 12 })
const formats = fc.record<ExportFormat>({
  kind: fc.constantFrom('csv', 'json-lines'),
  delimiter: fc.constantFrom(...EXPORT_DELIMITERS),
  encoding: fc.constantFrom('utf-8', 'utf-16le'),
  guard: fc.boolean(),
})

/** As the product reads it; `quote` and `escape` are chosen, since a few random cells can look like others. */
async function read(blob: Blob, name: string): Promise<OpenedRows> {
  return openTable([new File([blob], name)], [{ quote: '"', escape: 'doubled', header: 1 }])
}

function source(cells: readonly string[][]): Blob {
  return new Blob([BYTE_ORDER_MARK, ...[HEADER, ...cells].map((row) => csvRecord(row, ','))])
}

async function recordsOf({ opened, rows }: OpenedRows): Promise<Record<string, string | undefined>[]> {
  const records = await rows.read(everyRow(rows.length))
  return records.map((cells) => {
    const fitted = fitCells(cells, opened.columns.length, ',')
    return Object.fromEntries(opened.columns.map(({ name }, index) => [name, fitted[index]]))
  })
}

async function written(table: OpenedRows, as: ExportFormat): Promise<{ blob: Blob; guarded: number }> {
  const rows = everyRow(table.rows.length)
  const job = { table: { ...table, text: null }, rows, as, to: null, calibration: null, written: { rows: 0 } }
  const { file, guarded } = await exportRows(job)
  expect(job.written.rows).toBe(rows.length)
  return { blob: file ?? new Blob(), guarded }
}

describe('an export opened again', { timeout: PATIENCE }, () => {
  it('holds every cell as it was, whatever its format, delimiter and encoding, guarded or not', async () => {
    await fc.assert(
      fc.asyncProperty(tables, formats, async (cells, as) => {
        const table = await read(source(cells), 'a.csv')
        const { blob, guarded } = await written(table, as)
        const again = await read(blob, as.kind === 'csv' ? 'b.csv' : 'b.jsonl')
        const own = (record: Record<string, unknown>) => HEADER.map((name) => [name, record[name]])
        const before = await recordsOf(table)
        expect((await recordsOf(again)).map(own)).toEqual(before.map(own))
        expect(before.map(own)).toEqual(cells.map((row) => HEADER.map((name, index) => [name, row[index]])))
        const formulas = cells.flat().filter(isFormula).length
        expect(guarded).toBe(as.kind === 'csv' && as.guard ? formulas : 0)
      }),
      { numRuns: runs(300) },
    )
  })

  it('has the names of the columns where only a later file has a line of them', async () => {
    const table = await openTable([
      new File(['{"id":1,"stars":5,"review":"good"}\n'], 'a.jsonl'),
      new File(['review,id,stars\nbad,2,1\n'], 'b.csv'),
    ])
    const { blob } = await written(table, PLAIN_CSV)
    const [head, ...lines] = (await blob.text()).split(/\r?\n/)
    expect(head?.replace('\uFEFF', '').split(',').slice(0, 3)).toEqual(['id', 'stars', 'review'])
    expect(lines.slice(0, 2).map((line) => line.split(',').slice(0, 3))).toEqual([
      ['1', '5', 'good'],
      ['2', '1', 'bad'],
    ])
  })

  it('leaves no formula that a spreadsheet would run where it guards', async () => {
    await fc.assert(
      fc.asyncProperty(tables, async (cells) => {
        const { blob } = await written(await read(source(cells), 'a.csv'), PLAIN_CSV)
        // Without the names of the added columns nothing tells that cells were guarded.
        const stripped = (await blob.text()).replace(ADDED_COLUMNS.slice(0, 5).join(','), 'v,w,x,y,z')
        const raw = await read(new Blob([BYTE_ORDER_MARK, stripped]), 'raw.csv')
        expect((await raw.rows.read(everyRow(raw.rows.length))).flat().filter(isFormula)).toEqual([])
      }),
      { numRuns: runs(100) },
    )
  })

  it.each([
    ['a row of an export', "'=1,,,,,,formula_guarded\r\n", '=1'],
    ['another flag', "'=1,,,,,,long\r\n", "'=1"],
    ['another file', "'=1,formula_guarded\r\n", "'=1"],
  ])('takes an apostrophe off only where an export put it: %s', async (_, record, expected) => {
    const names = record.split(',').length === 2 ? ['review', 'flags'] : ['review', ...ADDED_COLUMNS]
    const table = await read(new Blob([csvRecord(names, ','), record]), 'a.csv')
    expect((await table.rows.read(everyRow(1)))[0]?.[0]).toBe(expected)
    expect(table.opened.preview[0]?.[0]).toBe(expected)
    expect(table.opened.files[0]?.unguarded).toBe(expected === '=1' ? 1 : 0)
  })
})

describe('an export as JSON Lines', () => {
  it('names columns as the page does, adds what is known, and keeps half a character', async () => {
    const source = '{"review":"a \\ud800","sentiment":"x"}\n{"review":"b","__proto__":"p"}\n'
    const table = await openTable([new File([source], 'a.jsonl')])
    const { blob } = await written(table, { ...PLAIN_CSV, kind: 'json-lines', encoding: 'utf-16le' })
    const nothing =
      '"sentiment_2":null,"confidence":null,"p_negative":null,"p_neutral":null,"p_positive":null,"flags":[]'
    const text = await blob.text()
    expect(text).toBe(
      `{"review":"a \\ud800","sentiment":"x","__proto__":"",${nothing}}\n` +
        `{"review":"b","sentiment":"","__proto__":"p",${nothing}}\n`,
    )
    expect(blob.type).toBe('application/x-ndjson')
  })
})
