/** The columns of a table that files with other orders, or other columns, fill together. */
export class TableColumns {
  readonly names: string[] = []
  private readonly indexes = new Map<string, number>()

  /** A name that is new becomes the next column. */
  column(name: string): number {
    const known = this.indexes.get(name)
    if (known !== undefined) return known
    this.indexes.set(name, this.names.length)
    return this.names.push(name) - 1
  }

  has(name: string): boolean {
    return this.indexes.has(name)
  }
}

/** Where the cells of one file go. Its columns may become more while it is read. */
export class FileColumns {
  private readonly table: TableColumns
  private readonly names: readonly string[]
  private readonly places: number[] = []
  private ordered = true

  constructor(table: TableColumns, names: readonly string[]) {
    this.table = table
    this.names = names
  }

  /** Makes columns of the table for names that are new. */
  follow(): void {
    for (let index = this.places.length; index < this.names.length; index++) {
      const place = this.table.column(this.names[index] ?? '')
      this.places.push(place)
      if (place !== index) this.ordered = false
    }
  }

  /**
   * The cells of a record in the order of the table. What the file has no names for comes after all columns that any
   * file names; a record may have fewer cells than the table.
   */
  arrange(cells: string[]): string[] {
    const width = this.table.names.length
    const own = this.places.length
    if (this.ordered && (cells.length <= own || own === width)) return cells
    const arranged = Array<string>(width).fill('')
    for (let index = 0; index < own && index < cells.length; index++) {
      arranged[this.places[index] ?? 0] = cells[index] ?? ''
    }
    return cells.length > own ? arranged.concat(cells.slice(own)) : arranged
  }
}
