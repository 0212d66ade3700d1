import { useStore } from 'zustand'
import type { Workbench } from '../../../workbench/workbench.ts'
import { OtherModelDialog } from './OtherModelDialog.tsx'
import { OtherTextsDialog } from './OtherTextsDialog.tsx'
import { ReplaceDialog } from './ReplaceDialog.tsx'

/** What a person is asked before answers that no download holds are forgotten. */
export function AskingDialogs({ workbench }: { workbench: Workbench }) {
  const { file, run, results, opener, columns, batchRun } = workbench
  const replacing = useStore(file, (state) => state.replacing)
  const otherTexts = useStore(file, (state) => state.otherTexts)
  const askingToForget = useStore(run, (state) => state.askingToForget)
  const answers = useStore(results, ({ summary }) => summary?.classified ?? 0)
  const other = useStore(workbench.otherModel)
  return (
    <>
      <ReplaceDialog
        open={replacing !== null}
        answers={answers}
        onReplace={() => void opener.replaceFile()}
        onKeep={opener.keepFile}
      />
      <OtherModelDialog
        open={askingToForget}
        answeredBy={other?.name ?? null}
        answers={answers}
        onForget={() => void batchRun.start(true)}
        onKeep={batchRun.keepAnswers}
      />
      <OtherTextsDialog
        open={otherTexts !== null}
        answers={answers}
        onRead={() => void columns.readOtherTexts()}
        onKeep={columns.keepTexts}
      />
    </>
  )
}
