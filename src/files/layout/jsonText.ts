/** How the objects of a JSON file follow each other. */
export interface JsonLayout {
  /** `lines`: one value a line (JSON Lines); `list`: values in a list, or one after the other. */
  kind: 'lines' | 'list'
  /** Index in the text where the first value, or what stands before it, begins. */
  start: number
  /** The property that holds the list, where it is one. */
  property: string | null
  /** Each line is a list of cells: the first ones. */
  cells?: string[][]
}

/** Lines that are looked at to tell whether the first one holds the names of columns. */
const LINES = 20
const BRACKETS = /["{}[\]]/g

/** Null when the text does not begin like JSON with objects, or a list of texts, in it. */
export function jsonLayout(head: string): JsonLayout | null {
  const start = head.search(/[^\s\uFEFF]/)
  if (start < 0) return null
  if (head[start] === '[') {
    const cells = linesOfCells(head.slice(start))
    if (cells) return { kind: 'lines', start: start + 1, property: null, cells }
    const inside = head.slice(start + 1).trimStart()
    return /^[{"\]]/.test(inside) || inside === '' ? { kind: 'list', start: start + 1, property: null } : null
  }
  if (head[start] !== '{' || !/^\{\s*["}]/.test(head.slice(start))) return null
  const property = listProperty(head, start)
  if (property) return { kind: 'list', ...property }
  const line = head.slice(start).split(/\r\n?|\n/, 1)[0] ?? ''
  return { kind: isJson(line) || !head.includes('\n') ? 'lines' : 'list', start, property: null }
}

/** Of lines each of which is a list of plain values; null where the first two are not, or differ in length. */
function linesOfCells(text: string): string[][] | null {
  const lines = text.split(/[\r\n]+/, LINES + 1).slice(0, LINES)
  const rows = lines.map(listOfValues)
  const last = rows.indexOf(null)
  const found = rows.slice(0, last < 0 ? LINES : last).filter((row) => row !== null)
  return found[0] && found[0].length === found[1]?.length ? found : null
}

function listOfValues(line: string): string[] | null {
  const value: unknown = line.startsWith('[') && isJson(line) ? JSON.parse(line) : null
  if (!Array.isArray(value) || value.length < 2) return null
  const isPlain = value.every((item) => item === null || typeof item !== 'object')
  return isPlain ? value.map((item) => (item === null ? '' : String(item))) : null
}

/** The first property of the object at `start` that is a list of objects, when nothing but it is that object. */
function listProperty(text: string, start: number): { start: number; property: string } | null {
  let depth = 0
  let name = ''
  BRACKETS.lastIndex = start
  for (let match = BRACKETS.exec(text); match !== null; match = BRACKETS.exec(text)) {
    const [bracket] = match
    if (bracket === '"') {
      const end = endOfString(text, match.index)
      if (end < 0) return null
      if (depth === 1) name = text.slice(match.index, end)
      BRACKETS.lastIndex = end
    } else if (bracket === '{' || bracket === '[') {
      depth++
      const opens =
        depth === 2 && bracket === '[' && /^\s*\{/.test(text.slice(match.index + 1, match.index + 200))
      if (opens && isList(text, start, match.index))
        return { start: match.index + 1, property: unquoted(name) }
    } else if (--depth === 0) return null
  }
  return null
}

/**
 * A review with a list of replies is one line of many, not a document with a list in it: its line is a whole object,
 * and others follow.
 */
function isList(text: string, start: number, list: number): boolean {
  const line = text.slice(start).split(/\r\n?|\n/, 1)[0] ?? ''
  const follows = text.slice(start + line.length).trim() !== ''
  return !follows || start + line.length < list || !isJson(line)
}

/** Index after the closing quote of the string at `start`, or -1. */
function endOfString(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let backslashes = 0
    while (text[at - 1 - backslashes] === '\\') backslashes++
    if (backslashes % 2 === 0) return at + 1
  }
  return -1
}

function unquoted(json: string): string {
  const name: unknown = isJson(json) ? JSON.parse(json) : ''
  return typeof name === 'string' ? name : ''
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
