import type { Calibration } from '../domain/calibration.ts'
import type { DateFormat } from '../domain/dateFormats.ts'
import type { TextLogits } from '../domain/decide.ts'
import type { ExportFormat } from '../domain/exportFormat.ts'
import type { Flag } from '../domain/flags.ts'
import type { Label, PerLabel } from '../domain/labels.ts'
import type { Query } from '../domain/query.ts'
import type { FileAsRead, Guess, ReadChoices } from '../domain/reading.ts'
import type { Breakdown, Summary } from '../domain/summary.ts'
import type { TextFit } from '../domain/textFit.ts'

/**
 * What a column looks like. `group`: few distinct values, worth breaking down by; `date`: most values are dates;
 * `text`: words; `other`: ids, numbers with many values; `empty`: no values.
 */
export type ColumnKind = 'text' | 'group' | 'date' | 'other' | 'empty'

export interface Column {
  index: number
  /** Never empty and never twice: an empty header becomes `Column 3`, a repeated one `Title (2)`. */
  name: string
  kind: ColumnKind
}

/**
 * What a column is for. `title`: short text above the review, which can be read together with it; `group`: what rows
 * can be told apart by, such as app, product, country. Only `text` and `group` may be several.
 */
export type Role = 'text' | 'title' | 'stars' | 'label' | 'group' | 'version' | 'date' | 'language' | 'id'

export interface ColumnRole {
  column: number
  /** Null: none of them. */
  role: Role | null
  /** A sentence. */
  reason: string
  /** Of a date column: every way to read its values. More than one: the reader should be asked. */
  dateFormats: DateFormat[]
}

export interface OpenedFile extends FileAsRead {
  rows: number
  /** Rows with fewer cells than there are columns, read as empty; and with more, which are kept. */
  ragged: { short: number; long: number }
  /** Rows whose formulas an earlier export had guarded: they are read without its apostrophes. */
  unguarded: number
}

/** A file that can be read in an archive, and the choice among them. */
export interface Archive {
  name: string
  /** Index of the file that was given. */
  source: number
  members: Guess<readonly string[]>
}

/** How files would be read, told from their start. */
export interface Peek {
  files: FileAsRead[]
  archives: Archive[]
  columns: Column[]
  roles: ColumnRole[]
  textColumn: number | null
  /** The first rows, all columns: at most 50, fewer where they are long. */
  preview: string[][]
  /** Of each of these rows, as a spreadsheet numbers it; counted within its file. */
  previewNumbers: number[]
}

/** A stretch of the file that is no row: where it starts and why. */
export interface SkippedPiece {
  file: string
  /** Line in the file, the first is 1. */
  line: number
  reason: string
}

export interface OpenTable {
  files: OpenedFile[]
  archives: Archive[]
  rows: number
  columns: Column[]
  /** The likeliest text column, or null when none fits. */
  textColumn: number | null
  roles: ColumnRole[]
  /** The first rows, all columns, for the preview. */
  preview: string[][]
  /** Of each of these rows, as a spreadsheet numbers it; counted within its file. */
  previewNumbers: number[]
  /** The first thousand; `exportSkipped` gives all of them. */
  skipped: SkippedPiece[]
  /** How many there are. */
  skippedCount: number
}

/** What the cells of some columns hold. */
export interface FileProfile {
  rows: number
  /** Rows with nothing to read in the text columns: normal where a rating is enough. */
  withoutText: number
  /** Rows with the same text as an earlier one. */
  duplicates: number
  /** Words a text: the shortest, a quarter, half, three quarters of the texts have no more, the longest. */
  words: { least: number; quarter: number; half: number; threeQuarters: number; most: number }
  /**
   * Of at most 1,000 texts spread evenly over the file, how many were looked at and how many of those do not read like
   * another language than English. Null without a text, or when what tells languages apart could not be fetched.
   */
  languages: { sampled: number; likelyEnglish: number } | null
  /** How often each value of the label column occurs, most frequent first; null where it has too many. */
  labels: { value: string; rows: number }[] | null
}

/** What there is to read in the chosen text column. */
export interface TextProfile {
  column: number
  /** Columns that are read above it, such as a title. */
  above: number[]
  /** The column that names each row's language, or null. */
  language: number | null
  withText: number
  withoutText: number
  /** Different texts; what is written twice is read once. */
  distinct: number
  /** UTF-16 units of the different texts, cleaned. */
  characters: number
  /** At most 24 of the different texts, cleaned, spread evenly over the file, to time the model on. */
  sample: string[]
}

/** Texts to classify next, in file order, cleaned. */
export interface PendingTexts {
  /** May be empty although `next` is not null: the rows passed over had texts of earlier rows. */
  rows: Uint32Array
  texts: string[]
  /** Where to go on; null when no row behind these waits for an answer of its own. */
  next: number | null
  /** Of the column's choice: goes back with the answers. */
  generation: number
  /** Rows that were passed over may have taken the answers of earlier ones. */
  progress: RunProgress
}

/** Who answers: answers of two models, or of two ways to read texts, are never in one table. */
export interface RecordedModel {
  id: string
  /** As `domain/readingRule.ts`. */
  rule: number
  calibration: Calibration
}

export interface RunProgress {
  /** Rows with text that are answered or were set aside, and rows with text. */
  done: number
  total: number
}

/** Answer of one row; null while it has none. */
export interface RowAnswer {
  label: Label
  confidence: number
  probabilities: PerLabel<number>
}

export interface Row {
  /** Index in the table, from 0. */
  row: number
  /** As a spreadsheet numbers it: the header is 1, the first row 2; counted within its file. */
  number: number
  file: string
  /** First line of the row in its file, the first line is 1. */
  line: number
  /** Cleaned; in a slice its beginning, since a list shows two lines; whole in a detail. */
  text: string
  /** The model's own, whatever a person says. */
  answer: RowAnswer | null
  /** A person's label, which counts instead of the model's; null without one and while the row has no answer. */
  correction: Label | null
  flags: Flag[]
  /** Cells of the columns that the slice asked for, in that order; empty for a detail. */
  extra: string[]
}

export interface RowDetail extends Row {
  /** Every cell, in the order of the columns. */
  cells: string[]
  /** Windows the text was read in; 0 while unclassified. */
  windows: number
}

export interface Slice {
  /** Rows that match the query, whatever the window. */
  matching: number
  rows: Row[]
}

export interface Exported {
  /** Null when it was written to the place that was asked for. */
  file: Blob | null
  rows: number
  /** Cells neutralised because a spreadsheet would run them as formulas. */
  guarded: number
  /** False when answers or corrections changed while it was written: rows passed by then have the earlier ones. */
  upToDate: boolean
}

/**
 * Calls from the page to the data worker: name -> [input, output]. The worker owns the rows of the open file; the
 * page holds a query and the visible page of rows. Calls run side by side, each on the table that was open when it
 * was made; the long ones stop when cancelled, but for a pass over
 * the rows that another call waits for as well.
 * - `peek` tells how files would be read, from their start, and changes nothing. `choices` are those of the file at the
 *   same index; for all that is not chosen it says what it guesses and why. Asked again with other choices it answers
 *   at once: what takes long, such as a workbook's sheet, is kept.
 * - `open` replaces the open table only when it succeeds. Both fail with `file-unreadable`, `not-a-table`, `no-rows`,
 *   `headers-differ`, `too-large`, `reader-missing`.
 * - `setDateFormat` reads the days of a column in another way.
 * - `exportSkipped` gives the pieces that are no rows as they are, under their column names.
 * - `profile` reads some columns: the texts, one of labels or stars, one that names each row's language.
 * - `chooseText` forgets all answers when one of its columns changes. What columns `above` hold is read before its text: a
 *   title, say, which may be all there is. Where `language` names another language than English, the row is flagged.
 * - `useModel` says whose answers will be recorded, and derives every label of the same model anew from the stored logits.
 *   Fails with `other-model` while the rows hold answers of another one: `forgetAll` comes first.
 * - `pending` gives at most `limit` rows with text and without an answer whose index is at least `from`; never a row
 *   with the text of an earlier one. Such twins share the earlier row's answer and whatever else becomes of it.
 * - `markUnreadable` sets rows aside that the model failed on; they are not pending any more.
 * - `record` stores answers by row index; a row recorded twice keeps the later answer and is counted once.
 * - `forget` takes answers back, and rows that were set aside: they are pending again. Tells how many were done.
 * - `confirm` says that a check of the engine has covered the rows' answers; a row without one is left as it is. A new answer
 *   has to be confirmed anew.
 * - The four above change nothing when `generation` is that of another choice of a column.
 * - `forgetAll` takes everything back and counts as another choice: what is still on its way changes nothing.
 * - `correct` gives a row a person's label, or takes it back with null; whatever the model answers later, it stays until
 *   another column is chosen. A row without an answer is left as it is. Twins are rows of their own here.
 * - `export` writes to a place that a person chose, or makes a blob. Cancelled or failed (`disk-full`, `not-writable`), it
 *   leaves what was there before. `exportProgress` tells how far the last one is.
 * - `fit` tells of cleaned texts whether the model was made for them, whatever table is open.
 * - `ping` answers whenever the worker is not in the middle of a step.
 * - `summary`, `breakdown`, `slice` and `export` are of the rows that match `query`; one without conditions matches all.
 *   The labels of unfit rows are counted only with its `includeUnfit`. `from` counts matching rows from 0.
 */
export interface Calls {
  peek: [{ files: File[]; choices?: readonly ReadChoices[] }, Peek]
  open: [{ files: File[]; choices?: readonly ReadChoices[] }, OpenTable]
  setDateFormat: [{ column: number; format: DateFormat }, null]
  exportSkipped: [null, Blob]
  profile: [{ text: readonly number[]; label: number | null; language?: number | null }, FileProfile]
  chooseText: [{ column: number; above?: readonly number[]; language?: number | null }, TextProfile]
  useModel: [RecordedModel, null]
  pending: [{ from: number; limit: number }, PendingTexts]
  record: [{ generation: number; rows: Uint32Array; answers: TextLogits[] }, RunProgress]
  markUnreadable: [{ generation: number; rows: Uint32Array }, RunProgress]
  confirm: [{ generation: number; rows: Uint32Array }, null]
  forget: [{ generation: number; rows: Uint32Array }, { forgotten: number; progress: RunProgress }]
  forgetAll: [null, RunProgress]
  summary: [{ query: Query }, Summary]
  breakdown: [{ column: number; query: Query }, Breakdown]
  slice: [{ query: Query; from: number; limit: number; extra: number[] }, Slice]
  detail: [{ row: number }, RowDetail]
  correct: [{ row: number; label: Label | null }, RowDetail]
  export: [{ query: Query; as: ExportFormat; to: FileSystemFileHandle | null }, Exported]
  exportProgress: [null, { rows: number }]
  fit: [{ texts: readonly string[] }, TextFit[]]
  ping: [null, null]
}
