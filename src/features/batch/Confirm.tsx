import { useCallback, useMemo } from 'react'
import type { Role } from '../../table/protocol.ts'
import type { BatchServices } from './batchServices.ts'
import type { OpenFile } from './batchStore.ts'
import { chooseDateFormat, chooseRole, inView } from './chooseRoles.ts'
import { dateColumn } from './columnChoices.ts'
import styles from './Confirm.module.css'
import { DateQuestion } from './DateQuestion.tsx'
import { FileProfileNote } from './FileProfileNote.tsx'
import { isChosen } from './keptChoices.ts'
import { chooseReading, forgetChoices } from './openFiles.ts'
import { Preview } from './Preview.tsx'
import { ReadAs } from './ReadAs.tsx'
import { raggedWords } from './readingWords.ts'
import { RememberedNote } from './RememberedNote.tsx'
import { labelColumn, rolesOf } from './roles.ts'

interface Props {
  services: BatchServices
  file: OpenFile
}

/** Before a run: how the file is read, what its columns are for and what is in it, each open to correction. */
export function Confirm({ services, file }: Props) {
  const { table, pending, roleChanges, dateFormats, recalled } = file
  const view = inView(file)
  const roles = useMemo(() => rolesOf(view, roleChanges), [view, roleChanges])
  // Stable, so that the preview is drawn again only when it changes.
  const onRole = useCallback(
    (column: number, role: Role | null) => void chooseRole(services, column, role),
    [services],
  )
  const date = view.columns[dateColumn(roles) ?? -1]
  const formats = view.roles[date?.index ?? -1]?.dateFormats ?? []
  const label = labelColumn(roles)
  const ragged = pending === null ? raggedWords(table.files) : null
  return (
    <>
      <div className={styles['reading']}>
        <ReadAs
          files={view.files}
          archives={view.archives}
          onChoose={(sources, key, value) => void chooseReading(services, sources, key, value)}
        />
        {ragged !== null && <p className={styles['words']}>{ragged}</p>}
        {date !== undefined && formats.length > 1 && (
          <DateQuestion
            key={date.name}
            column={date.name}
            formats={formats}
            chosen={dateFormats.get(date.name) ?? null}
            values={view.preview.map((cells) => cells[date.index] ?? '')}
            onChoose={(format) => void chooseDateFormat(services, date.name, format)}
          />
        )}
        {(recalled || roleChanges.size + dateFormats.size > 0 || file.choices.some(isChosen)) && (
          <RememberedNote recalled={recalled} onForget={() => void forgetChoices(services)} />
        )}
      </div>
      {pending === null && file.profile !== null && (
        <FileProfileNote
          profile={file.fileProfile}
          label={label === null ? null : (table.columns[label]?.name ?? null)}
        />
      )}
      <Preview view={view} roles={roles} onRole={onRole} />
    </>
  )
}
