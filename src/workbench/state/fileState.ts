import { createStore, type StoreApi } from 'zustand/vanilla'
import type { DateFormat } from '../../domain/dateFormats.ts'
import type { Problem } from '../../domain/errors.ts'
import type { ReadChoices } from '../../domain/reading.ts'
import type { FileProfile, OpenTable, Peek, TextProfile } from '../../table/protocol.ts'
import type { RoleChanges } from '../roles/roles.ts'

export type SettledFile = Exclude<FileStatus, { status: 'opening' }>

export type FileStatus =
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

/** The open file, and what waits for a person's word before it takes its place. */
export interface FileState {
  file: FileStatus
  /** What went wrong when opening or exporting; the file that was open stays open. */
  problem: Problem | null
  /** Files that wait for a person to say whether they may replace the open one; null when none do. */
  replacing: readonly File[] | null
  /** What columns are for, to be taken over once a person says that answers of other texts may be forgotten. */
  otherTexts: RoleChanges | null
}

const EMPTY: FileState = { file: { status: 'empty' }, problem: null, replacing: null, otherTexts: null }

export interface FileStore extends StoreApi<FileState> {
  /** The file that is open; null while none is, or another one is on its way. */
  openFile(): OpenFile | null
  /** Nothing happens when no file is open. */
  changeOpen(change: Partial<OpenFile>): void
  /** Another file, and nothing of what waited before it. */
  begin(file: FileStatus): void
}

export function createFileStore(): FileStore {
  const store = createStore<FileState>(() => EMPTY)
  return {
    ...store,
    openFile() {
      const { file } = store.getState()
      return file.status === 'open' ? file : null
    },
    changeOpen(change) {
      store.setState(({ file }) => (file.status === 'open' ? { file: { ...file, ...change } } : {}))
    },
    begin: (file) => store.setState({ ...EMPTY, file }, true),
  }
}

/** What is seen of a file: the table, or its start as other choices would have it. */
export function inView({ table, pending }: Pick<OpenFile, 'table' | 'pending'>): OpenTable | Peek {
  return pending?.look ?? table
}
