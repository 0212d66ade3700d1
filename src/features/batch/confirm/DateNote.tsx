import type { ColumnUse } from '../../../workbench/open/columnUse.ts'
import { dateColumn } from '../../../workbench/roles/columnChoices.ts'
import { rolesOf } from '../../../workbench/roles/roles.ts'
import { inView, type OpenFile } from '../../../workbench/state/fileState.ts'
import { DateQuestion } from './DateQuestion.tsx'

interface Props {
  columns: ColumnUse
  file: OpenFile
}

/** Asks how the dates are written where the file leaves it open; nothing otherwise. */
export function DateNote({ columns, file }: Props) {
  const view = inView(file)
  const date = view.columns[dateColumn(rolesOf(view, file.roleChanges)) ?? -1]
  if (date === undefined) return null
  const { index, name } = date
  const formats = view.roles[index]?.dateFormats ?? []
  if (formats.length < 2) return null
  return (
    <DateQuestion
      key={name}
      column={name}
      formats={formats}
      chosen={file.dateFormats.get(name) ?? null}
      values={view.preview.map((cells) => cells[index] ?? '')}
      onChoose={(format) => void columns.chooseDateFormat(name, format)}
    />
  )
}
