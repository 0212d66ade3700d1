import type { DateFormat } from '../../domain/dateFormats.ts'
import type { Role } from '../../table/protocol.ts'
import { columnsToRead, firstBreakdown } from '../roles/columnChoices.ts'
import {
  changesFrom,
  labelColumn,
  rolesOf,
  withRole,
  withTextColumn,
  type RoleChanges,
  type Roles,
} from '../roles/roles.ts'
import { inView } from '../state/fileState.ts'
import { applyDateFormats } from './dateFormats.ts'
import type { OpenContext } from './openContext.ts'

/** What columns are for, as a person says it. None of it rejects. */
export interface ColumnUse {
  /** Other texts are read when the column is, or was, one of them. */
  chooseRole: (column: number, role: Role | null) => Promise<void>
  /** Reads that column and no other; a title stays above it. Asks first when that would forget answers that no download holds. */
  chooseTextColumn: (column: number) => Promise<void>
  /** Says how a column writes its days. */
  chooseDateFormat: (column: string, format: DateFormat) => Promise<void>
  /** Reads the texts that wait, whatever answers are lost by it. */
  readOtherTexts: () => Promise<void>
  /** Forgets the texts that wait. */
  keepTexts: () => void
}

export function createColumnUse(context: OpenContext): ColumnUse {
  const { table, stores, questions, texts, remembered, report } = context
  const { file, run } = stores

  function change(roleChanges: RoleChanges): void {
    file.changeOpen({ roleChanges })
    void remembered.remember()
  }

  async function changeRoles(to: (roles: Roles) => Roles): Promise<void> {
    const openFile = file.openFile()
    if (openFile === null) return
    const view = inView(openFile)
    const before = rolesOf(view, openFile.roleChanges)
    const after = to(before)
    const roleChanges = changesFrom(view, after)
    const otherTexts =
      openFile.pending === null &&
      JSON.stringify(columnsToRead(before)) !== JSON.stringify(columnsToRead(after))
    if (otherTexts && !run.getState().saved) {
      file.setState({ otherTexts: roleChanges })
      return
    }
    change(roleChanges)
    if (openFile.pending !== null) return
    if (otherTexts) return texts.read()
    if (labelColumn(before) !== labelColumn(after)) void texts.count()
    await Promise.all([questions.refresh(), questions.breakDownBy(firstBreakdown(after))])
  }

  return {
    chooseRole: (column, role) => changeRoles((roles) => withRole(roles, column, role)),
    chooseTextColumn: (column) => changeRoles((roles) => withTextColumn(roles, column)),
    async chooseDateFormat(column, format) {
      const openFile = file.openFile()
      if (openFile === null) return
      const dateFormats = new Map(openFile.dateFormats).set(column, format)
      file.changeOpen({ dateFormats })
      void remembered.remember()
      // Until the file is read anew its columns are not the ones in view.
      if (openFile.pending !== null) return
      try {
        await applyDateFormats(table, { table: openFile.table, dateFormats })
        await questions.refresh()
      } catch (error) {
        report(error)
      }
    },
    async readOtherTexts() {
      const { otherTexts } = file.getState()
      file.setState({ otherTexts: null })
      if (otherTexts === null) return
      change(otherTexts)
      await texts.read()
    },
    keepTexts: () => file.setState({ otherTexts: null }),
  }
}
