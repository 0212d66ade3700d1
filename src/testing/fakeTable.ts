import type { Calibration } from '../domain/calibration.ts'
import { decide, type Decision } from '../domain/decide.ts'
import { UndertoneError } from '../domain/errors.ts'
import type { Flag } from '../domain/flags.ts'
import { perLabel, type Label } from '../domain/labels.ts'
import type { Condition, Query } from '../domain/query.ts'
import type { Summary } from '../domain/summary.ts'
import { fitFlags, textFit, type TextFit } from '../domain/textFit.ts'
import { abortable } from '../lib/abortable.ts'
import type { CallOptions } from '../lib/remote.ts'
import type { TableClient } from '../table/client.ts'
import { TABLE_READING } from './tableReading.ts'
import type { Calls, Column, OpenTable, Role, Row, RowDetail, RunProgress } from '../table/protocol.ts'

/** Columns of every fake file, by the index of their cell. */
const FAKE_COLUMNS: Column[] = [
  { index: 0, name: 'Date', kind: 'date' },
  { index: 1, name: 'Stars', kind: 'group' },
  { index: 2, name: 'Version', kind: 'group' },
  { index: 3, name: 'Title', kind: 'text' },
  { index: 4, name: 'Review', kind: 'text' },
]

const REVIEW = 4
const FAKE_ROLES: Role[] = ['date', 'stars', 'version', 'title', 'text']

export type FakeCells = [date: string, stars: string, version: string, title: string, review: string]

/** As many rows as asked: good, bad, so-so in turn, one a day, every row of 3.1.0. */
export function fakeRows(count: number): FakeCells[] {
  const reviews = ['good plans', 'bad update', 'so so']
  return Array.from({ length: count }, (_, row) => {
    const day = new Date(Date.UTC(2026, 2, 2 + row)).toISOString().slice(0, 10)
    return [day, '4', '3.1.0', `Title ${row}`, reviews[row % 3] ?? '']
  })
}

/** Every word in Latin letters is taken for English. */
function fitOf(text: string): TextFit {
  return textFit(text, () => -1)
}

/**
 * A data worker in memory: rows of `FAKE_COLUMNS`, answered by what is recorded, twins each by themselves. It knows other
 * languages only by their script. Filter, search and group follow the query, order does not. A test spies on a method to see what was asked, or to make it fail.
 */
export function fakeTable(rows: FakeCells[] = fakeRows(3)): TableClient {
  const decisions = new Map<number, Decision>()
  const corrections = new Map<number, Label>()
  const unreadable = new Set<number>()
  let column = REVIEW
  let calibration: Calibration | null = null
  let names: string[] = []

  const textOf = (row: number): string => rows[row]?.[column] ?? ''
  const numbers = [...rows.keys()]
  const withText = (): number[] => numbers.filter((row) => textOf(row) !== '')
  const waits = (row: number): boolean => textOf(row) !== '' && !decisions.has(row) && !unreadable.has(row)
  const progress = (): RunProgress => ({
    done: decisions.size + unreadable.size,
    total: withText().length,
  })

  const labelOf = (row: number): Label | undefined => {
    const decision = decisions.get(row)
    return decision && (corrections.get(row) ?? decision.label)
  }

  function flagsOf(row: number): Flag[] | undefined {
    const own = decisions.get(row)?.flags
    if (!own) return undefined
    const flags = [
      ...own,
      ...fitFlags(fitOf(textOf(row)), { notSure: own.includes('not_sure'), english: true }),
    ]
    return corrections.has(row) ? [...flags.filter((flag) => flag !== 'not_sure'), 'corrected'] : flags
  }

  function unfit(row: number): keyof Summary['unfit'] | null {
    const flags = flagsOf(row)
    if (!flags || flags.includes('corrected')) return null
    if (flags.includes('other_language')) return 'otherLanguage'
    return flags.includes('too_short') ? 'tooShort' : null
  }

  function count(of: readonly number[]): Summary['byLabel'] {
    return perLabel((label) => {
      const found = of.filter((row) => labelOf(row) === label)
      return {
        rows: found.length,
        notSure: found.filter((row) => flagsOf(row)?.includes('not_sure')).length,
      }
    })
  }

  function matching({ conditions, includeUnfit }: Query): number[] {
    const counts = (row: number): boolean => includeUnfit || unfit(row) === null
    const holds = (condition: Condition, row: number): boolean => {
      switch (condition.kind) {
        case 'label':
          return labelOf(row) === condition.label && counts(row)
        case 'not_classified':
          return !decisions.has(row)
        case 'phrase':
          return textOf(row).includes(condition.phrase)
        case 'group':
          return rows[row]?.[condition.column] === condition.value
        case 'flag':
          if (condition.flag === 'unfit') return unfit(row) !== null
          if (condition.flag === 'no_text') return textOf(row) === ''
          return (
            flagsOf(row)?.includes(condition.flag) === true && (condition.flag !== 'not_sure' || counts(row))
          )
        default:
          throw new TypeError(`a fake table knows no ${condition.kind}`)
      }
    }
    return numbers.filter((row) => conditions.every((condition) => holds(condition, row)))
  }

  function view(row: number): Row {
    const decision = decisions.get(row)
    const own = textOf(row) === '' ? (['no_text'] as const) : []
    return {
      row,
      number: row + 2,
      file: names[0] ?? '',
      line: row + 2,
      text: textOf(row),
      answer: decision ?? null,
      correction: decision ? (corrections.get(row) ?? null) : null,
      flags: flagsOf(row) ?? [...own, ...(unreadable.has(row) ? (['unreadable'] as const) : [])],
      extra: [],
    }
  }

  function detail(row: number): RowDetail {
    return {
      ...view(row),
      cells: [...(rows[row] ?? [])],
      windows: decisions.has(row) ? 1 : 0,
    }
  }

  const answers: { [Name in Exclude<keyof Calls, 'ping'>]: (input: Calls[Name][0]) => Calls[Name][1] } = {
    peek({ files }) {
      const {
        columns,
        roles,
        textColumn,
        preview,
        previewNumbers,
        files: opened,
      } = openedTable(
        files.map(({ name }) => name),
        rows,
      )
      return { files: opened, archives: [], columns, roles, textColumn, preview, previewNumbers }
    },
    setDateFormat: () => null,
    exportSkipped: () => new Blob(['fake']),
    profile: () => ({
      rows: rows.length,
      withoutText: rows.length - withText().length,
      duplicates: 0,
      words: { least: 2, quarter: 2, half: 2, threeQuarters: 2, most: 2 },
      languages: null,
      labels: null,
    }),
    open({ files }) {
      names = files.map(({ name }) => name)
      decisions.clear()
      corrections.clear()
      return openedTable(names, rows)
    },
    chooseText(input) {
      if (input.column !== column) {
        decisions.clear()
        corrections.clear()
      }
      column = input.column
      const texts = withText().map(textOf)
      return {
        column,
        above: [...(input.above ?? [])],
        language: input.language ?? null,
        withText: texts.length,
        withoutText: rows.length - texts.length,
        distinct: texts.length,
        characters: texts.join('').length,
        sample: texts.slice(0, 1),
      }
    },
    useModel(input) {
      calibration = input.calibration
      return null
    },
    pending({ from, limit }) {
      const waiting = numbers.filter((row) => row >= from && waits(row))
      const found = waiting.slice(0, limit)
      return {
        rows: Uint32Array.from(found),
        texts: found.map(textOf),
        next: waiting[limit] ?? null,
        generation: column,
        progress: progress(),
      }
    },
    record(input) {
      if (!calibration) throw new UndertoneError('internal', 'answers came before the calibration')
      for (const [index, row] of input.rows.entries()) {
        const logits = input.answers[index]
        if (logits) decisions.set(row, decide(logits, calibration))
      }
      return progress()
    },
    markUnreadable(input) {
      for (const row of input.rows) unreadable.add(row)
      return progress()
    },
    confirm: () => null,
    forget(input) {
      const { done } = progress()
      for (const row of input.rows) {
        decisions.delete(row)
        unreadable.delete(row)
      }
      return { forgotten: done - progress().done, progress: progress() }
    },
    forgetAll() {
      decisions.clear()
      unreadable.clear()
      return progress()
    },
    summary: ({ query: { includeUnfit } }) => ({
      rows: rows.length,
      withoutText: rows.length - withText().length,
      classified: decisions.size,
      waiting: numbers.filter(waits).length,
      unreadable: unreadable.size,
      unfit: {
        otherLanguage: numbers.filter((row) => unfit(row) === 'otherLanguage').length,
        tooShort: numbers.filter((row) => unfit(row) === 'tooShort').length,
      },
      languageUnknown: 0,
      unconfirmed: 0,
      corrected: numbers.filter((row) => flagsOf(row)?.includes('corrected')).length,
      byLabel: count(numbers.filter((row) => includeUnfit || unfit(row) === null)),
    }),
    breakdown(input) {
      const isDate = FAKE_COLUMNS[input.column]?.kind === 'date'
      const values = [...new Set(rows.map((cells) => cells[input.column] ?? ''))].sort()
      const groups = values.map((value) => ({
        value,
        byLabel: count(
          numbers.filter(
            (row) => rows[row]?.[input.column] === value && (input.query.includeUnfit || unfit(row) === null),
          ),
        ),
      }))
      return {
        column: input.column,
        by: isDate ? 'day' : 'value',
        dateFormat: isDate ? 'yyyy-MM-dd' : null,
        ordered: isDate,
        groups: groups.filter(({ byLabel }) => Object.values(byLabel).some((each) => each.rows > 0)),
      }
    },
    slice({ query, from, limit, extra }) {
      const found = matching(query)
      return {
        matching: found.length,
        rows: found.slice(from, from + limit).map((row) => ({
          ...view(row),
          extra: extra.map((index) => rows[row]?.[index] ?? ''),
        })),
      }
    },
    detail: ({ row }) => detail(row),
    correct({ row, label }) {
      if (label === null) corrections.delete(row)
      else if (decisions.has(row)) corrections.set(row, label)
      return detail(row)
    },
    export: ({ query, to }) => ({
      file: to === null ? new Blob(['fake']) : null,
      rows: matching(query).length,
      guarded: 0,
      upToDate: true,
    }),
    exportProgress: () => ({ rows: 0 }),
    fit: ({ texts }) => texts.map(fitOf),
  }

  /** As over the wall: later, and rejecting when it throws. */
  function call<Name extends Exclude<keyof Calls, 'ping'>>(name: Name) {
    return (input: Calls[Name][0], { signal }: CallOptions = {}): Promise<Calls[Name][1]> =>
      abortable(
        Promise.resolve().then(() => answers[name](input)),
        signal,
      )
  }

  return {
    start: () => undefined,
    peek: call('peek'),
    open: call('open'),
    setDateFormat: call('setDateFormat'),
    exportSkipped: call('exportSkipped'),
    profile: call('profile'),
    chooseText: call('chooseText'),
    useModel: call('useModel'),
    pending: call('pending'),
    record: call('record'),
    markUnreadable: call('markUnreadable'),
    confirm: call('confirm'),
    forget: call('forget'),
    forgetAll: call('forgetAll'),
    summary: call('summary'),
    breakdown: call('breakdown'),
    slice: call('slice'),
    detail: call('detail'),
    correct: call('correct'),
    export: call('export'),
    exportProgress: call('exportProgress'),
    fit: call('fit'),
  }
}

function openedTable(names: readonly string[], rows: readonly FakeCells[]): OpenTable {
  return {
    files: names.map((name, source) => ({
      name,
      source,
      rows: rows.length,
      bytes: 1000,
      encoding: 'UTF-8',
      delimiter: ',',
      undecodable: 0,
      reading: TABLE_READING,
      ragged: { short: 0, long: 0 },
      unguarded: 0,
    })),
    archives: [],
    rows: rows.length,
    columns: FAKE_COLUMNS,
    textColumn: REVIEW,
    roles: FAKE_ROLES.map((role, column) => ({
      column,
      role,
      reason: `It looks like ${role}.`,
      dateFormats: role === 'date' ? ['yyyy-MM-dd'] : [],
    })),
    preview: rows.slice(0, 5).map((cells) => [...cells]),
    previewNumbers: rows.slice(0, 5).map((_, row) => row + 2),
    skipped: [],
    skippedCount: 0,
  }
}
