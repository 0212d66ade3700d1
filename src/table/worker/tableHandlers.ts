import type { Calibration } from '../../domain/calibration.ts'
import { UndertoneError } from '../../domain/errors.ts'
import { nextMacrotask } from '../../lib/macrotask.ts'
import type { Handlers } from '../../lib/serve.ts'
import type { Calls, RunProgress } from '../protocol.ts'
import { breakDown } from './breakdown.ts'
import type { DataTable } from './dataTable.ts'
import { exportRows } from './exportRows.ts'
import { profileFile } from './fileProfile.ts'
import { createFitReaders, fitAll, type FitReaders } from './fitReaders.ts'
import { handOut } from './handOut.ts'
import { grouping, matchingRows } from './matching.ts'
import { openTable, peekTable } from './openTable.ts'
import { viewDetail, viewRows } from './rowView.ts'
import { SeenFiles } from '../../files/open/seenFiles.ts'
import { summarise } from './summarise.ts'
import { readTextColumn, type ChosenColumns } from './readTextColumn.ts'
import type { TextRows } from './textRows.ts'

/** The calls of `protocol.ts` on one open table. A call works to its end on the table and column it began with. */
export function createTableHandlers(fitReaders: FitReaders = createFitReaders()): Handlers<Calls> {
  const seen = new SeenFiles()
  let current: DataTable | null = null
  let calibration: Calibration | null = null
  let opening = 0
  let choosing = 0
  let generation = 0
  /** Of the last export. */
  let written = { rows: 0 }

  function open(): DataTable {
    if (!current) throw new UndertoneError('internal', 'no table is open')
    return { ...current }
  }

  function chosen(): TextRows {
    const { text } = open()
    if (!text) throw new UndertoneError('no-text-column', 'no text column is chosen')
    return text
  }

  /** Changes the chosen column. Answers to the texts of another one come too late, and change nothing. */
  function change(of: number, apply: (text: TextRows) => void): RunProgress {
    const text = chosen()
    if (text.generation === of) apply(text)
    return text.progress
  }

  return {
    peek({ files, choices }, signal) {
      return peekTable(files, choices, seen, signal)
    },
    async open({ files, choices }, signal) {
      fitReaders.prefetch()
      const order = ++opening
      const table = await openTable(files, choices, seen, signal)
      await notOvertaken(signal)
      if (order !== opening) throw new DOMException('another file was opened meanwhile', 'AbortError')
      current = table
      return table.opened
    },
    setDateFormat({ column, format }) {
      const { dateFormats, groupings, text } = open()
      if (column >= dateFormats.length) throw new RangeError(`There is no column ${column}`)
      dateFormats[column] = format
      groupings.delete(column)
      // What was found by groups of the column does not hold any more.
      if (text) text.answers.version++
      return null
    },
    exportSkipped: () => open().skipped.export(),
    async profile(columns, signal) {
      const { rows } = open()
      return profileFile(rows, columns, await fitReaders.reader(), signal)
    },
    async chooseText({ column, above = [], language = null }, signal) {
      const table = current
      const { opened, rows, text } = open()
      const missing = [column, ...above, ...(language === null ? [] : [language])].find(
        (each) => !opened.columns[each],
      )
      if (missing !== undefined) throw new RangeError(`There is no column ${missing}`)
      const order = ++choosing
      if (text && isChoice(text.profile, { column, above, language })) return text.profile
      const made = await readTextColumn(rows, { column, above, language, generation: ++generation }, signal)
      await notOvertaken(signal)
      if (order !== choosing) throw new DOMException('another column was chosen meanwhile', 'AbortError')
      if (calibration) made.fits.english = calibration.english
      if (table) table.text = made
      return made.profile
    },
    setCalibration(input) {
      calibration = input.calibration
      const text = current?.text
      if (text) text.fits.english = calibration.english
      text?.answers.deriveAgain(calibration)
      return null
    },
    async pending(wanted, signal) {
      const [{ rows }, text] = [open(), chosen()]
      // A run begins: the network may be back.
      if (wanted.from === 0) fitReaders.prefetch()
      return handOut(rows, text, wanted, await fitReaders.reader(), signal)
    },
    record({ generation: of, rows, answers }) {
      return change(of, (text) => {
        if (!calibration) throw new UndertoneError('internal', 'answers came before the calibration')
        text.record(rows, answers, calibration)
      })
    },
    markUnreadable({ generation: of, rows }) {
      return change(of, (text) => text.setUnreadable(rows))
    },
    forget({ generation: of, rows }) {
      const { done } = chosen().progress
      const progress = change(of, (text) => text.forget(rows))
      return { forgotten: done - progress.done, progress }
    },
    forgetAll() {
      const text = chosen().afresh(++generation)
      if (current) current.text = text
      return text.progress
    },
    summary({ includeUnfit }) {
      const { rows, text } = open()
      return summarise(rows.length, text, includeUnfit)
    },
    async breakdown({ column, includeUnfit }, signal) {
      const table = open()
      const groups = await grouping(table, column, signal)
      return breakDown(column, groups, table.text, includeUnfit)
    },
    async slice({ query, from, limit, extra }, signal) {
      const table = open()
      const rows = await matchingRows(table, query, signal)
      return {
        matching: rows.length,
        rows: await viewRows(table, rows.subarray(from, from + limit), extra, calibration),
      }
    },
    detail({ row }) {
      return viewDetail(open(), row, calibration)
    },
    async fit({ texts }, signal) {
      fitReaders.prefetch()
      return fitAll(texts, await fitReaders.reader(), signal)
    },
    ping: () => null,
    correct({ row, label }) {
      const table = open()
      chosen().answers.correct(row, label)
      return viewDetail(table, row, calibration)
    },
    export({ query, as, to }, signal) {
      const table = open()
      const rows = matchingRows(table, query, signal)
      written = { rows: 0 }
      return exportRows({ table, rows, as, to, calibration, written }, signal)
    },
    exportProgress: () => written,
  }
}

function isChoice(a: ChosenColumns, b: ChosenColumns): boolean {
  return a.column === b.column && a.above.join() === b.above.join() && a.language === b.language
}

/** A cancel, or a newer call, that is already on its way must win before anything is replaced. */
async function notOvertaken(signal: AbortSignal): Promise<void> {
  await nextMacrotask()
  signal.throwIfAborted()
}
