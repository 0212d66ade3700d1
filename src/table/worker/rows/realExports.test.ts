import { describe, expect, it } from 'vitest'
import { REAL_EXPORTS, unclosedQuote, type RealExport } from '../../../testing/realExports.ts'
import { ENDURANCE, PATIENCE } from '../../../testing/runs.ts'
import { fitCells } from './cells.ts'
import { openTable, peekTable, type OpenedRows } from './openTable.ts'
import { everyRow } from './rowSource.ts'

const all = REAL_EXPORTS.map((make) => make())

const fileOf = ({ name, bytes }: RealExport): File => new File([bytes], name, { lastModified: 1 })

async function cellsOf({ rows, opened }: OpenedRows): Promise<string[][]> {
  const records = await rows.read(everyRow(rows.length))
  return records.map((cells) => fitCells(cells, opened.columns.length, rows.fileOf(0).delimiter))
}

describe.each(all)('$name', (real) => {
  it('is read cell by cell', async () => {
    const table = await openTable([fileOf(real)])
    expect(table.opened.columns.map(({ name }) => name)).toEqual(real.columns)
    const cells = await cellsOf(table)
    expect(cells.length).toBe(real.rows.length)
    // Compared as a boolean: nobody wants to read five megabytes in a report.
    expect(cells.findIndex((row, index) => row.join('\0') !== real.rows[index]?.join('\0'))).toBe(-1)
    expect(table.opened.skipped.map(({ line }) => line)).toEqual(real.skippedLines)
    expect(table.opened.files[0]?.encoding).toBe(real.encoding)
  })

  it('shows what its columns are for', async () => {
    const { opened } = await openTable([fileOf(real)])
    const named = Object.entries(real.roles).map(([role]) => {
      const found = opened.roles.find((each) => each.role === role)
      return [role, found && real.columns[found.column]]
    })
    expect(Object.fromEntries(named)).toEqual(real.roles)
    expect(opened.roles.map(({ column }) => column)).toEqual(real.columns.map((_, index) => index))
  })

  it('is peeked at as it will be read', async () => {
    const { opened } = await openTable([fileOf(real)])
    const peek = await peekTable([fileOf(real)])
    expect(peek.columns.map(({ name }) => name)).toEqual(real.columns)
    expect(peek.textColumn).toBe(opened.textColumn)
    expect(opened.preview.slice(0, peek.preview.length)).toEqual(peek.preview)
    expect(peek.files[0]?.reading).toEqual(opened.files[0]?.reading)
  })

  it('gives back what it could not read', async () => {
    const { skipped } = await openTable([fileOf(real)])
    const text = await skipped.export().text()
    expect(text.trim() === '' ? 0 : text.trim().split('\n').length - 1).toBe(real.skippedLines.length)
    expect(skipped.count).toBe(real.skippedLines.length)
  })
})

/** 200 MB where endurance is tested. */
const LARGE = ENDURANCE ? 200e6 : 20e6

describe('a quote that opens at a tenth of a large file', () => {
  it(
    'costs its own line, and that can be saved',
    async () => {
      const { body, rows, line } = unclosedQuote(LARGE)
      const table = await openTable([new File([body], 'large.csv')])
      expect(table.rows.length).toBe(rows)
      expect(table.opened.skipped.map((piece) => piece.line)).toEqual([line])
      const [last] = await table.rows.read(Uint32Array.of(rows - 1))
      expect(last?.[0]).toBe(String(rows))
      const lines = (await table.skipped.export().text()).split('\n')
      expect(lines).toEqual(['id,stars,review', expect.stringMatching(/^\d+,5,"open /), '', ''])
    },
    PATIENCE,
  )
})
