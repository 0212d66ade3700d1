import type { BatchServices } from '../batchServices.ts'
import type { OpenFile } from '../batchStore.ts'
import { dateColumn } from '../columnChoices.ts'
import { rolesOf } from '../roles.ts'
import { chooseDateFormat, inView } from './chooseRoles.ts'
import { DateQuestion } from './DateQuestion.tsx'

interface Props {
  services: BatchServices
  file: OpenFile
}

/** Asks how the dates are written where the file leaves it open; nothing otherwise. */
export function DateNote({ services, file }: Props) {
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
      onChoose={(format) => void chooseDateFormat(services, name, format)}
    />
  )
}
