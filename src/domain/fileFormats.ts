/** What people and systems call a format. What opens it stands under its key in `files/formats/openers.ts`. */
interface FormatFacts {
  key: string
  /** In a line about a file. */
  words: string
  /** In the list that a person chooses from. Null: it is no text, and its bytes leave no doubt. */
  choice: string | null
  /** In the sentence that says what can be opened. Null: the words of another format say it. */
  offer: string | null
  /** In small letters. */
  endings: readonly string[]
  /** MIME types. */
  types: readonly string[]
}

/** Every format of rows that can be read. A new one is an entry here, an opener and a test. */
export const FILE_FORMATS = [
  {
    key: 'table',
    words: 'table',
    choice: 'Table: rows with columns',
    offer: 'CSV and text of any kind',
    endings: ['.csv', '.tsv', '.tab'],
    types: ['text/csv', 'text/tab-separated-values'],
  },
  {
    key: 'lines',
    words: 'one text a line',
    choice: 'Plain text: one text a line',
    offer: null,
    endings: ['.txt', '.text'],
    types: ['text/plain'],
  },
  {
    key: 'sheet',
    words: 'Excel sheet',
    choice: null,
    offer: 'Excel',
    endings: ['.xlsx', '.xlsm'],
    types: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  },
  {
    key: 'json-lines',
    words: 'JSON Lines',
    choice: 'JSON Lines: one object a line',
    offer: null,
    endings: ['.jsonl', '.ndjson'],
    types: [],
  },
  {
    key: 'json',
    words: 'JSON',
    choice: 'JSON: a list of objects',
    offer: 'JSON',
    endings: ['.json'],
    types: ['application/json'],
  },
  {
    key: 'parquet',
    words: 'Parquet',
    choice: null,
    offer: 'Parquet',
    endings: ['.parquet'],
    types: ['application/vnd.apache.parquet'],
  },
] as const satisfies readonly FormatFacts[]

type Format = (typeof FILE_FORMATS)[number]

export type FileFormat = Format['key']

/** What a text can be read as, whatever its file is called. */
export type TextFormat = Extract<Format, { choice: string }>['key']

/** Those that are told from text and can be chosen. */
export const TEXT_FORMATS = FILE_FORMATS.filter((format) => format.choice !== null)

/** What files are packed in. */
const PACKED = {
  endings: ['.gz', '.zip'],
  types: ['application/zip', 'application/gzip'],
} as const

/** Endings and MIME types of all that can be opened, packed or not. */
export const OPENED_KINDS: readonly string[] = [
  ...FILE_FORMATS.flatMap(({ endings }) => endings),
  ...PACKED.endings,
  ...FILE_FORMATS.flatMap(({ types }) => types),
  ...PACKED.types,
]

/** "CSV and text of any kind, Excel, JSON, Parquet" */
export const OFFERED_FORMATS = FILE_FORMATS.flatMap(({ offer }) => offer ?? []).join(', ')

export function formatWords(format: FileFormat): string {
  return FILE_FORMATS.find(({ key }) => key === format)?.words ?? format
}

/** Null for what nobody chooses. */
export function asTextFormat(format: FileFormat): TextFormat | null {
  return TEXT_FORMATS.find(({ key }) => key === format)?.key ?? null
}

/** The ending of a file's name when it is that of a format, as it is written; of the formats of text alone with `text`. */
export function formatEnding(name: string, { text = false } = {}): string | null {
  const formats: readonly Format[] = text ? TEXT_FORMATS : FILE_FORMATS
  return endingOf(
    name,
    formats.flatMap(({ endings }) => endings),
  )
}

/** The name without the endings of packing and format: `march.csv.gz` is `march`. */
export function bareName(name: string): string {
  const unpacked = name.slice(0, name.length - (endingOf(name, PACKED.endings) ?? '').length)
  return unpacked.slice(0, unpacked.length - (formatEnding(unpacked) ?? '').length)
}

function endingOf(name: string, endings: readonly string[]): string | null {
  const ending = endings.find((each) => name.toLowerCase().endsWith(each))
  return ending === undefined ? null : name.slice(name.length - ending.length)
}
