/** What a clipboard holds; empty where it has nothing of the kind. */
export interface Clipboard {
  /** `text/html` */
  html: string
  /** `text/plain` */
  plain: string
}

/** Marks of spreadsheets, whose plain text is the table itself, without what is only look. */
const SPREADSHEET =
  /<google-sheets-html-origin|urn:schemas-microsoft-com:office:excel|data-sheets-|<meta[^>]+content="?LibreOffice/i

/**
 * The text to be read as a file: the largest table of a web page with tabs between cells, else the plain text as it is.
 * Markup is only looked at, never shown or run; nothing it names is fetched.
 */
export function pastedText({ html, plain }: Clipboard): string {
  if (!/<table\b/i.test(html) || SPREADSHEET.test(html)) return plain
  const page = new DOMParser().parseFromString(html, 'text/html')
  const tables = [...page.querySelectorAll('table')].map(rowsOf)
  const size = (rows: string[][]): number => rows.reduce((sum, cells) => sum + cells.length, 0)
  const [largest] = tables.toSorted((a, b) => size(b) - size(a))
  // A table of one row or column is layout.
  const isTable = largest !== undefined && largest.length > 1 && largest.some((cells) => cells.length > 1)
  return isTable ? largest.map((cells) => `${cells.map(quoted).join('\t')}\n`).join('') : plain
}

/**
 * Its own rows, not those of tables within its cells. A cell that spans columns or rows stands at the first of them; the
 * others are empty, so that every cell stays in its column.
 */
function rowsOf(table: HTMLTableElement): string[][] {
  /** In how many more rows each column belongs to a cell above. */
  let covered: number[] = []
  let section: Element | null = null
  return [...table.rows].map((row) => {
    // No cell reaches out of its part of the table.
    if (row.parentElement !== section) covered = []
    section = row.parentElement
    return placed(row, covered)
  })
}

/** The cells of a row, each in its column; counts those in `covered` down, and adds what its own cells cover. */
function placed(row: HTMLTableRowElement, covered: number[]): string[] {
  const cells: string[] = []
  const skipCovered = (): void => {
    for (let left = covered[cells.length] ?? 0; left > 0; left = covered[cells.length] ?? 0) {
      covered[cells.length] = left - 1
      cells.push('')
    }
  }
  for (const cell of row.cells) {
    skipCovered()
    for (let column = 0; column < Math.min(cell.colSpan, 100); column++) {
      // 0 stands for all rows that follow.
      covered[cells.length] = (cell.rowSpan === 0 ? Infinity : cell.rowSpan) - 1
      cells.push(column === 0 ? textOf(cell) : '')
    }
  }
  skipCovered()
  return cells
}

const BLOCKS = 'p,div,li,h1,h2,h3,h4,h5,h6,tr,blockquote'

/** As a reader sees it: line breaks where blocks end, spaces in a row are one. */
function textOf(cell: HTMLTableCellElement): string {
  const copy = cell.cloneNode(true)
  if (!(copy instanceof HTMLElement)) return ''
  for (const hidden of copy.querySelectorAll('script,style,template')) hidden.remove()
  for (const text of textNodes(copy)) text.data = text.data.replace(/\s+/g, ' ')
  for (const line of copy.querySelectorAll('br')) line.replaceWith('\n')
  for (const block of copy.querySelectorAll(BLOCKS)) block.append('\n')
  return copy.textContent
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{2,}/g, '\n\n')
    .trim()
}

function textNodes(element: HTMLElement): Text[] {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const found: Text[] = []
  while (walker.nextNode()) if (walker.currentNode instanceof Text) found.push(walker.currentNode)
  return found
}

function quoted(cell: string): string {
  return /["\t\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
