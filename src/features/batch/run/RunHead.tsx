import { useStore } from 'zustand'
import type { BatchServices } from '../batchServices.ts'
import { useBatchStore, type OpenFile } from '../batchStore.ts'
import { fileFacts } from '../batchWords.ts'
import { chooseTextColumn, inView } from '../confirm/chooseRoles.ts'
import { FileBar } from '../FileBar.tsx'
import { columnsWith, rolesOf } from '../roles.ts'
import { useOtherModel } from './answeredBy.ts'
import { EngineNote } from './EngineNote.tsx'
import { OtherModelNote } from './OtherModelNote.tsx'
import { RunStatus } from './RunStatus.tsx'
import { startBatch, stopBatch } from './startBatch.ts'
import { TakenBackNote } from './TakenBackNote.tsx'

interface Props {
  services: BatchServices
  file: OpenFile
  onFiles: (files: File[]) => void
}

/** The part of an open file that follows a run's every step, apart from the results, which are drawn less often. */
export function RunHead({ services, file, onFiles }: Props) {
  const run = useBatchStore((state) => state.run)
  const waiting = useBatchStore((state) => state.summary?.waiting)
  const { table, pending, profile, estimateMs } = file
  const view = inView(file)
  const texts = columnsWith(rolesOf(view, file.roleChanges), 'text')
  const other = useOtherModel(services.model)
  const failed = useStore(services.model.state, ({ status }) => status === 'failed')
  const start = (): void => void startBatch(services)
  return (
    <>
      <FileBar
        files={table.files}
        facts={pending === null ? fileFacts(table) : 'Counting rows …'}
        columns={view.columns}
        texts={texts}
        run={run}
        unavailable={
          pending === null
            ? whyNot(profile?.withText, other === null ? waiting : undefined)
            : 'The file is being read anew'
        }
        onFiles={onFiles}
        onTextColumn={(column) => void chooseTextColumn(services, column)}
        onClassify={start}
        onStop={stopBatch}
      />
      {texts.length > 0 && (
        <RunStatus
          run={run}
          profile={profile}
          estimateMs={estimateMs}
          failed={failed}
          goesOn={other === null}
          onRetry={start}
        />
      )}
      <TakenBackNote />
      <OtherModelNote model={services.model} />
      <EngineNote model={services.model} />
    </>
  )
}

/** Why Classify cannot run now; undefined when it can. */
function whyNot(withText: number | undefined, waiting: number | undefined): string | undefined {
  if (withText === undefined) return 'Choose the column to read first'
  if (withText === 0) return 'No row has text in this column'
  return waiting === 0 ? 'Every row with text is classified' : undefined
}
