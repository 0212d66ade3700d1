import { useCallback, useMemo } from 'react'
import type { Role } from '../../../table/protocol.ts'
import { labelColumn, rolesOf } from '../../../workbench/roles/roles.ts'
import { inView, type OpenFile } from '../../../workbench/state/fileState.ts'
import type { Workbench } from '../../../workbench/workbench.ts'
import styles from './Confirm.module.css'
import { DateNote } from './DateNote.tsx'
import { FileProfileNote } from './FileProfileNote.tsx'
import { Preview } from './Preview.tsx'
import { ReadAs } from './ReadAs.tsx'
import { raggedWords, unguardedWords } from './readingWords.ts'
import { RememberedNote } from './RememberedNote.tsx'

interface Props {
  workbench: Pick<Workbench, 'opener' | 'columns'>
  file: OpenFile
}

/** Before a run: how the file is read, what its columns are for and what is in it, each open to correction. */
export function Confirm({ workbench: { opener, columns }, file }: Props) {
  const { table, pending, roleChanges, remembered } = file
  const view = inView(file)
  const roles = useMemo(() => rolesOf(view, roleChanges), [view, roleChanges])
  // Stable, so that the preview is drawn again only when it changes.
  const onRole = useCallback(
    (column: number, role: Role | null) => void columns.chooseRole(column, role),
    [columns],
  )
  const label = labelColumn(roles)
  const read = pending === null ? [raggedWords(table.files), unguardedWords(table.files)] : []
  return (
    <>
      <div className={styles['reading']}>
        <ReadAs files={view.files} archives={view.archives} onChoose={opener.chooseReading} />
        {read.map(
          (words) =>
            words !== null && (
              <p key={words} className={styles['words']}>
                {words}
              </p>
            ),
        )}
        <DateNote columns={columns} file={file} />
        {remembered !== null && (
          <RememberedNote remembered={remembered} onForget={() => void opener.forgetChoices()} />
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
