import { DATE_FORMATS, type DateFormat } from '../domain/dateFormats.ts'
import type { ReadChoices } from '../domain/reading.ts'
import { asArray, asRecord, asString } from '../lib/json.ts'
import type { Notebook } from '../lib/notebook.ts'
import type { Role } from './protocol.ts'
import { oneOf, parseChoices } from './rememberedChoices.ts'

/** What a person said about files of one shape. Of a file it holds names of columns, never what is in them. */
export interface RememberedFile {
  /** Some of the columns, to know it by. */
  names: string[]
  choices: ReadChoices
  /** What the encoding was guessed to be when another was chosen: elsewhere that choice is not meant. */
  guessedEncoding: string | null
  /** By name of the column. */
  roles: [column: string, role: Role | null][]
  dateFormats: [column: string, format: DateFormat][]
}

/** How files of known shapes are read, kept in this browser. One that keeps nothing has none. */
export interface FileMemory {
  /** Null for a shape about which nothing was said. */
  recall(shape: string): RememberedFile | null
  keep(shape: string, file: RememberedFile): void
  forget(shape: string): void
  /** The latest first. */
  list(): { shape: string; names: string[] }[]
}

/** Where it is kept. */
export const FILES_PAGE = 'undertone.files'
const VERSION = 1
/** Those used longest ago are forgotten. */
const MOST = 40

type Shapes = [shape: string, file: RememberedFile][]

export function createFileMemory(notebook: Notebook): FileMemory {
  const read = (): Shapes => notebook.read(FILES_PAGE, parse) ?? []
  const write = (shapes: Shapes): void => {
    if (shapes.length === 0) notebook.erase(FILES_PAGE)
    else notebook.write(FILES_PAGE, { version: VERSION, shapes: shapes.slice(0, MOST) })
  }
  const without = (shape: string): Shapes => read().filter(([known]) => known !== shape)
  return {
    recall: (shape) => read().find(([known]) => known === shape)?.[1] ?? null,
    keep: (shape, file) => write([[shape, file], ...without(shape)]),
    forget: (shape) => write(without(shape)),
    list: () => read().map(([shape, { names }]) => ({ shape, names })),
  }
}

function parse(json: unknown): Shapes {
  const root = asRecord(json, 'files')
  if (root['version'] !== VERSION) throw new TypeError('files of another version')
  return asArray(root['shapes'], 'files.shapes').map((entry) => {
    const [shape, file] = asArray(entry, 'shape')
    const { names, choices, guessedEncoding, roles, dateFormats } = asRecord(file, 'file')
    return [
      asString(shape, 'shape'),
      {
        names: asArray(names, 'names').map((name) => asString(name, 'name')),
        choices: parseChoices(choices),
        guessedEncoding: guessedEncoding === null ? null : asString(guessedEncoding, 'guessedEncoding'),
        roles: pairs(roles, (role) => (role === null ? null : oneOf(ROLES, role))),
        dateFormats: pairs(dateFormats, (format) => oneOf(DATE_FORMATS, format)),
      },
    ]
  })
}

const ROLES: readonly Role[] = [
  'text',
  'title',
  'stars',
  'label',
  'group',
  'version',
  'date',
  'language',
  'id',
]

function pairs<T>(json: unknown, read: (value: unknown) => T): [string, T][] {
  return asArray(json, 'pairs').map((pair) => {
    const [name, value] = asArray(pair, 'pair')
    return [asString(name, 'column'), read(value)]
  })
}
