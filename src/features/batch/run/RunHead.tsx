import { useStore } from 'zustand'
import { columnsWith, rolesOf } from '../../../workbench/roles/roles.ts'
import { inView, type OpenFile } from '../../../workbench/state/fileState.ts'
import type { Workbench } from '../../../workbench/workbench.ts'
import { fileFacts } from '../words/fileWords.ts'
import { EngineNote } from './EngineNote.tsx'
import { FileBar } from './FileBar.tsx'
import { OtherModelNote } from './OtherModelNote.tsx'
import { RunStatus } from './RunStatus.tsx'
import { TakenBackNote } from './TakenBackNote.tsx'

interface Props {
  workbench: Workbench
  file: OpenFile
  onFiles: (files: File[]) => void
}

/** The part of an open file that follows a run's every step, apart from the results, which are drawn less often. */
export function RunHead({ workbench, file, onFiles }: Props) {
  const { model, columns, batchRun } = workbench
  const run = useStore(workbench.run, (state) => state.run)
  const takenBack = useStore(workbench.run, (state) => state.takenBack)
  const waiting = useStore(workbench.results, (state) => state.summary?.waiting)
  const { table, pending, profile, estimateMs } = file
  const view = inView(file)
  const texts = columnsWith(rolesOf(view, file.roleChanges), 'text')
  const other = useStore(workbench.otherModel)
  const failed = useStore(model.state, ({ status }) => status === 'failed')
  const start = (): void => void batchRun.start()
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
        onTextColumn={(column) => void columns.chooseTextColumn(column)}
        onClassify={start}
        onStop={batchRun.stop}
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
      <TakenBackNote rows={takenBack} />
      <OtherModelNote workbench={workbench} />
      <EngineNote model={model} />
    </>
  )
}

/** Why Classify cannot run now; undefined when it can. */
function whyNot(withText: number | undefined, waiting: number | undefined): string | undefined {
  if (withText === undefined) return 'Choose the column to read first'
  if (withText === 0) return 'No row has text in this column'
  return waiting === 0 ? 'Every row with text is classified' : undefined
}
