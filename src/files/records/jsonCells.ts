/** More names than this in the objects of a file go together into one last column, as JSON. */
const MOST_NAMES = 4096
const REST = 'Further fields'
/** The column of values that are plain texts. */
const TEXT = 'Text'

/** Strings, and numbers that a double would not keep to the last digit. */
const LONG_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]{15,}/gs

/** The columns of objects: every name that any of them has, in order of appearance. */
export class JsonColumns {
  readonly names: string[] = []
  private readonly indexes = new Map<string, number>()
  private readonly lists: boolean

  constructor({ lists = false } = {}) {
    this.lists = lists
  }

  /** The column of a name, a new one where it is not known yet. */
  column(name: string): number {
    const known = this.indexes.get(name)
    if (known !== undefined) return known
    if (this.names.length >= MOST_NAMES && name !== REST) return this.column(REST)
    this.indexes.set(name, this.names.length)
    return this.names.push(name) - 1
  }

  /**
   * The cells of one object, text or, where `lists` says so, list: texts as they are, other values as JSON, null and what
   * is missing empty. What lies in `attributes` counts as the object's own (JSON:API, in which app stores answer). Null
   * for what is none of them. Throws `SyntaxError` for what is no JSON.
   */
  cellsOf(json: string): string[] | null {
    const value = parse(json)
    if (this.lists && Array.isArray(value)) return value.map(cellOf)
    const cells = this.names.map(() => '')
    if (typeof value === 'string') {
      cells[this.column(TEXT)] = value
    } else {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
      const rest: [string, unknown][] = []
      for (const [name, item] of entriesOf(value)) {
        const column = this.column(name)
        if (this.names[column] === REST && name !== REST) rest.push([name, item])
        else cells[column] = cellOf(item)
      }
      if (rest.length > 0) cells[this.column(REST)] = JSON.stringify(Object.fromEntries(rest))
    }
    return cells
  }
}

function entriesOf(value: object): [string, unknown][] {
  const entries = Object.entries<unknown>({ ...value })
  return entries.flatMap((entry): [string, unknown][] => {
    const [name, item] = entry
    const nested = name === 'attributes' && typeof item === 'object' && item !== null && !Array.isArray(item)
    return nested ? Object.entries<unknown>({ ...item }) : [entry]
  })
}

function parse(json: string): unknown {
  if (!/\d[\d.eE+-]{15}/.test(json)) return JSON.parse(json)
  // Outside of strings a long number becomes a string of its digits.
  return JSON.parse(json.replace(LONG_NUMBER, (found) => (found.startsWith('"') ? found : `"${found}"`)))
}

function cellOf(value: unknown): string {
  if (typeof value === 'string') return value
  return value === null || value === undefined ? '' : JSON.stringify(value)
}
