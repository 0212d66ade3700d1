import type { DateFormat } from '../../../domain/dateFormats.ts'
import type { Role } from '../../../table/protocol.ts'
import type { BatchServices } from '../batchServices.ts'
import { changeOpen, useBatchStore, type OpenFile } from '../batchStore.ts'
import { firstBreakdown } from '../columnChoices.ts'
import { countTexts, readTexts, textsOf } from '../open/readTexts.ts'
import { rememberFiles } from '../open/rememberFile.ts'
import { reportProblem } from '../reportProblem.ts'
import { breakDownBy, refreshResults } from '../results/results.ts'
import { changesFrom, labelColumn, rolesOf, withRole, withTextColumn, type Roles } from '../roles.ts'

/** Says what a column is for. Other texts are read when it is, or was, one of them. */
export async function chooseRole(services: BatchServices, column: number, role: Role | null): Promise<void> {
  await change(services, (roles) => withRole(roles, column, role))
}

/** Reads that column and no other; a title stays above it. Asks first when that would forget answers that no download holds. */
export async function chooseTextColumn(services: BatchServices, column: number): Promise<void> {
  await change(services, (roles) => withTextColumn(roles, column))
}

/** Says how a column writes its days. */
export async function chooseDateFormat(
  services: BatchServices,
  column: string,
  format: DateFormat,
): Promise<void> {
  const { file } = useBatchStore.getState()
  if (file.status !== 'open') return
  changeOpen({ dateFormats: new Map(file.dateFormats).set(column, format) })
  void rememberFiles(services)
  // Until the file is read anew its columns are not the ones in view.
  if (file.pending !== null) return
  try {
    await applyDateFormats(services)
    await refreshResults(services)
  } catch (error) {
    reportProblem(error)
  }
}

/** Tells the data worker what was said of the dates of the open table. */
export async function applyDateFormats({ table }: BatchServices): Promise<void> {
  const { file } = useBatchStore.getState()
  if (file.status !== 'open') return
  for (const { index, name } of file.table.columns) {
    const format = file.dateFormats.get(name)
    const possible = file.table.roles[index]?.dateFormats ?? []
    if (format !== undefined && possible.includes(format))
      await table.setDateFormat({ column: index, format })
  }
}

async function change(services: BatchServices, to: (roles: Roles) => Roles): Promise<void> {
  const { file } = useBatchStore.getState()
  if (file.status !== 'open') return
  const view = inView(file)
  const before = rolesOf(view, file.roleChanges)
  const after = to(before)
  const roleChanges = changesFrom(view, after)
  const otherTexts =
    file.pending === null && JSON.stringify(textsOf(before)) !== JSON.stringify(textsOf(after))
  if (otherTexts && !useBatchStore.getState().saved) {
    useBatchStore.setState({ otherTexts: roleChanges })
    return
  }
  changeOpen({ roleChanges })
  void rememberFiles(services)
  if (file.pending !== null) return
  if (otherTexts) return readTexts(services)
  if (labelColumn(before) !== labelColumn(after)) void countTexts(services)
  await Promise.all([refreshResults(services), breakDownBy(services, firstBreakdown(after))])
}

/** Reads the texts that wait, whatever answers are lost by it. */
export async function readOtherTexts(services: BatchServices): Promise<void> {
  const { otherTexts } = useBatchStore.getState()
  keepTexts()
  if (otherTexts === null) return
  changeOpen({ roleChanges: otherTexts })
  void rememberFiles(services)
  await readTexts(services)
}

/** Forgets the texts that wait. */
export function keepTexts(): void {
  useBatchStore.setState({ otherTexts: null })
}

/** What the preview shows: the table, or its start as other choices would have it. */
export function inView({ table, pending }: Pick<OpenFile, 'table' | 'pending'>) {
  return pending?.look ?? table
}
