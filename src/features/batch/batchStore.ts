import { create } from 'zustand'
import type { DateFormat } from '../../domain/dateFormats.ts'
import type { Problem } from '../../domain/errors.ts'
import type { ReadChoices } from '../../domain/reading.ts'
import type { Breakdown, Summary } from '../../domain/summary.ts'
import type {
  FileProfile,
  OpenTable,
  Peek,
  RowDetail,
  RunProgress,
  Slice,
  TextProfile,
} from '../../table/protocol.ts'
import type { RoleChanges } from './roles.ts'
import type { Sample } from './run/speed.ts'
import { WHOLE_LIST, type ListQuery } from './listQuery.ts'

export const PAGE_ROWS = 100

export type SettledFile = Exclude<FileState, { status: 'opening' }>

export type FileState =
  | { status: 'empty' }
  | {
      status: 'opening'
      names: string[]
      /** What stays when the new file cannot be read. */
      before: SettledFile
    }
  | OpenFile

export interface OpenFile {
  status: 'open'
  table: OpenTable
  /** The files as they were given, to be read anew with other choices. */
  sources: readonly File[]
  /** How `table` was read, for each of `sources`. */
  choices: readonly ReadChoices[]
  /** Other choices, until the whole file is read with them; `look` is its start, read so. Null when there are none. */
  pending: { choices: readonly ReadChoices[]; look: Peek | null } | null
  roleChanges: RoleChanges
  /** By name of a column: how a person said that its dates are written. */
  dateFormats: ReadonlyMap<string, DateFormat>
  /** Choices that this browser keeps: taken from an earlier visit, or made now. Null: none are kept. */
  remembered: 'earlier' | 'now' | null
  /** What there is to read in the text columns; null while they are being read or when there are none. */
  profile: TextProfile | null
  /** What the texts are like; null until it is counted. */
  fileProfile: FileProfile | null
  /** Milliseconds the whole run would take; null until measured. */
  estimateMs: number | null
}

/** Progress of a run is kept when it stops, so that the page can say how far it came. */
export type RunState =
  | { status: 'idle' }
  | { status: 'starting'; stop: () => void }
  | { status: 'running'; progress: RunProgress; samples: Sample[]; stop: () => void }
  | { status: 'stopped'; progress: RunProgress | null }
  /** Rows that the model could not read are done, too. */
  | { status: 'done'; unreadable: number; ms: number }
  | { status: 'failed'; problem: Problem }

/** A model whose answers the rows can hold. */
export interface AnsweringModel {
  /** As in the model's details. */
  id: string
  name: string
}

export interface BatchState {
  file: FileState
  /** What went wrong when opening or exporting; the file that was open stays open. */
  problem: Problem | null
  run: RunState
  /** Whose answers the rows hold or began to; null before a run. */
  answeredBy: AnsweringModel | null
  /** A run waits for a person to say whether another model's answers, which no download holds, may be forgotten. */
  askingToForget: boolean
  /** Rows of this run whose answers were taken back and read again, since the engine was found wrong. */
  takenBack: number
  query: ListQuery
  /** From 0, in pages of `PAGE_ROWS`. */
  page: number
  summary: Summary | null
  slice: Slice | null
  /** Column to break down by, or null for none; `breakdown` follows when it has been counted. */
  breakdownColumn: number | null
  breakdown: Breakdown | null
  /** By the column that says when; null for a file without one, and until it has been counted. */
  overTime: Breakdown | null
  /** The row looked at last; it stays when its panel closes, since focus returns to it. */
  detail: RowDetail | null
  /** Its place in the list, from 0, where it was seen last; null when that is another list. */
  detailPlace: number | null
  detailOpen: boolean
  /** Files that wait for a person to say whether they may replace the open one; null when none do. */
  replacing: readonly File[] | null
  /** What columns are for, to be taken over once a person says that answers of other texts may be forgotten. */
  otherTexts: RoleChanges | null
  /** False while there are answers that no download holds yet. */
  saved: boolean
}

const INITIAL: BatchState = {
  file: { status: 'empty' },
  problem: null,
  run: { status: 'idle' },
  answeredBy: null,
  askingToForget: false,
  takenBack: 0,
  query: WHOLE_LIST,
  page: 0,
  summary: null,
  slice: null,
  breakdownColumn: null,
  breakdown: null,
  overTime: null,
  detail: null,
  detailPlace: null,
  detailOpen: false,
  replacing: null,
  otherTexts: null,
  saved: true,
}

/** What the Batch view shows. The rows themselves stay in the data worker. */
export const useBatchStore = create<BatchState>()(() => INITIAL)

/** Back to how it was before any file, between tests; or with a new file and nothing else. */
export function resetBatch(file: FileState = INITIAL.file): void {
  useBatchStore.setState({ ...INITIAL, file }, true)
}

/** Nothing happens when no file is open. */
export function changeOpen(change: Partial<OpenFile>): void {
  useBatchStore.setState(({ file }) => (file.status === 'open' ? { file: { ...file, ...change } } : {}))
}
