import { unguard } from '../../../files/write/formulaGuard.ts'
import { flagsColumn } from './addedColumns.ts'

/**
 * Gives the cells of a file that an export wrote as they were before formulas were guarded in it. Only rows flagged
 * `formula_guarded`, in a file with all columns of an export: an apostrophe anywhere else is a person's own.
 */
export class GuardedCells {
  /** Records restored so far. */
  restored = 0
  private flags = -1

  /** The file's column names, once they are known. */
  setHeader(names: readonly string[]): void {
    this.flags = flagsColumn(names)
  }

  restore(cells: string[]): string[] {
    if (this.flags < 0) return cells
    const flags = cells[this.flags]?.split(';') ?? []
    if (!flags.includes('formula_guarded')) return cells
    this.restored++
    return unguard(cells)
  }
}
