import { useCallback, useMemo } from 'react'
import type { Role } from '../../../table/protocol.ts'
import type { BatchServices } from '../batchServices.ts'
import type { OpenFile } from '../batchStore.ts'
import { chooseReading, forgetChoices } from '../open/openFiles.ts'
import { labelColumn, rolesOf } from '../roles.ts'
import { chooseRole, inView } from './chooseRoles.ts'
import styles from './Confirm.module.css'
import { DateNote } from './DateNote.tsx'
import { FileProfileNote } from './FileProfileNote.tsx'
import { Preview } from './Preview.tsx'
import { ReadAs } from './ReadAs.tsx'
import { raggedWords, unguardedWords } from './readingWords.ts'
import { RememberedNote } from './RememberedNote.tsx'

interface Props {
  services: BatchServices
  file: OpenFile
}

/** Before a run: how the file is read, what its columns are for and what is in it, each open to correction. */
export function Confirm({ services, file }: Props) {
  const { table, pending, roleChanges, remembered } = file
  const view = inView(file)
  const roles = useMemo(() => rolesOf(view, roleChanges), [view, roleChanges])
  // Stable, so that the preview is drawn again only when it changes.
  const onRole = useCallback(
    (column: number, role: Role | null) => void chooseRole(services, column, role),
    [services],
  )
  const label = labelColumn(roles)
  const read = pending === null ? [raggedWords(table.files), unguardedWords(table.files)] : []
  return (
    <>
      <div className={styles['reading']}>
        <ReadAs
          files={view.files}
          archives={view.archives}
          onChoose={(sources, key, value) => chooseReading(services, sources, key, value)}
        />
        {read.map(
          (words) =>
            words !== null && (
              <p key={words} className={styles['words']}>
                {words}
              </p>
            ),
        )}
        <DateNote services={services} file={file} />
        {remembered !== null && (
          <RememberedNote remembered={remembered} onForget={() => void forgetChoices(services)} />
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
