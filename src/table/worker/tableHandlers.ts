import type { Calibration } from '../../domain/calibration.ts'
import { UndertoneError } from '../../domain/errors.ts'
import { nextMacrotask } from '../../lib/macrotask.ts'
import type { Handlers } from '../../lib/serve.ts'
import type { RecordedModel, Calls, RunProgress } from '../protocol.ts'
import { breakDown } from './ask/breakdown.ts'
import { askedTable, type AskedTable } from './ask/askedTable.ts'
import { exportRows } from './export/exportRows.ts'
import { profileFile } from './ask/fileProfile.ts'
import { createFitReaders, fitAll, type FitReaders } from './answers/fitReaders.ts'
import { handOut } from './answers/handOut.ts'
import { grouping } from './ask/columnGroups.ts'
import { matchingBits, matchingRows } from './ask/matching.ts'
import { openTable, peekTable } from './rows/openTable.ts'
import { viewDetail, viewRows } from './ask/rowView.ts'
import { SeenFiles } from '../../files/open/seenFiles.ts'
import { summarise } from './ask/summarise.ts'
import { chooseTexts, type ChosenColumns } from './answers/chooseTexts.ts'
import type { TextRows } from './answers/textRows.ts'

/** The calls of `protocol.ts` on one open table. A call works to its end on the table and column it began with. */
export function createTableHandlers(fitReaders: FitReaders = createFitReaders()): Handlers<Calls> {
  const seen = new SeenFiles()
  let current: AskedTable | null = null
  let model: RecordedModel | null = null
  let opening = 0
  let choosing = 0
  let generation = 0
  /** Of the last export. */
  let written = { rows: 0 }

  function open(): AskedTable {
    if (!current) throw new UndertoneError('internal', 'no table is open')
    return { ...current }
  }

  function chosen(): TextRows {
    const { text } = open()
    if (!text) throw new UndertoneError('no-text-column', 'no text column is chosen')
    return text
  }

  function calibration(): Calibration | null {
    return model?.calibration ?? null
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
      const table = askedTable(await openTable(files, choices, seen, signal))
      await notOvertaken(signal)
      if (order !== opening) throw new DOMException('another file was opened meanwhile', 'AbortError')
      current = table
      return table.opened
    },
    setDateFormat({ column, format }) {
      const { dateFormats } = open()
      if (column >= dateFormats.length) throw new RangeError(`There is no column ${column}`)
      dateFormats[column] = format
      return null
    },
    exportSkipped: () => open().skipped.export(),
    async profile(columns, signal) {
      return profileFile(open(), columns, await fitReaders.reader(), signal)
    },
    async chooseText({ column, above = [], language = null }, signal) {
      const table = current
      const { opened, text } = open()
      const missing = [column, ...above, ...(language === null ? [] : [language])].find(
        (each) => !opened.columns[each],
      )
      if (missing !== undefined) throw new RangeError(`There is no column ${missing}`)
      const order = ++choosing
      if (text && isChoice(text.profile, { column, above, language })) return text.profile
      const choice = { column, above, language, generation: ++generation }
      const made = await chooseTexts(open(), choice, signal)
      await notOvertaken(signal)
      if (order !== choosing) throw new DOMException('another column was chosen meanwhile', 'AbortError')
      if (model) made.fits.english = model.calibration.english
      if (table) table.text = made
      return made.profile
    },
    useModel(next) {
      const { text = null } = current ?? {}
      const isOther = model !== null && (model.id !== next.id || model.rule !== next.rule)
      if (isOther && text && text.answers.answered > 0)
        throw new UndertoneError('other-model', `rows hold answers of ${model?.id}, and not of ${next.id}`)
      model = next
      // What the one before still has on its way would be taken for this one's.
      const kept = isOther && text ? text.afresh(++generation) : text
      if (current) current.text = kept
      if (kept) kept.fits.english = next.calibration.english
      kept?.answers.deriveAgain(next.calibration)
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
        if (!model) throw new UndertoneError('internal', 'answers came before their model')
        text.record(rows, answers, model.calibration)
      })
    },
    markUnreadable({ generation: of, rows }) {
      return change(of, (text) => text.setUnreadable(rows))
    },
    confirm({ generation: of, rows }) {
      change(of, (text) => text.confirm(rows))
      return null
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
    async summary({ query }, signal) {
      const table = open()
      return summarise(await matchingBits(table, query, signal), table.text, query.includeUnfit)
    },
    async breakdown({ column, query }, signal) {
      const table = open()
      const groups = await grouping(table, column, signal)
      const bits = await matchingBits(table, query, signal)
      return breakDown(column, groups, bits, table.text, query.includeUnfit)
    },
    async slice({ query, from, limit, extra }, signal) {
      const table = open()
      const { matching, rows } = await matchingRows(table, query, { from, limit }, signal)
      return { matching, rows: await viewRows(table, rows, extra, calibration()) }
    },
    detail({ row }) {
      return viewDetail(open(), row, calibration())
    },
    async fit({ texts }, signal) {
      fitReaders.prefetch()
      return fitAll(texts, await fitReaders.reader(), signal)
    },
    ping: () => null,
    correct({ row, label }) {
      const table = open()
      chosen().answers.correct(row, label)
      return viewDetail(table, row, calibration())
    },
    export({ query, as, to }, signal) {
      const table = open()
      const rows = matchingRows(table, query, {}, signal).then((found) => found.rows)
      written = { rows: 0 }
      return exportRows({ table, rows, as, to, calibration: calibration(), written }, signal)
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
