import { useEffect } from 'react'
import { problemWords } from '../../words/problemWords.ts'
import type { Inbox } from '../../lib/inbox.ts'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import type { BatchServices } from './batchServices.ts'
import { useBatchStore } from './batchStore.ts'
import styles from './BatchView.module.css'
import { keepTexts, readOtherTexts } from './confirm/chooseRoles.ts'
import { OtherTextsDialog } from './confirm/OtherTextsDialog.tsx'
import { EmptyBatch } from './open/EmptyBatch.tsx'
import { keepFile, offerFiles, replaceFile } from './open/openFiles.ts'
import { ReplaceDialog } from './open/ReplaceDialog.tsx'
import { fetchSample } from './open/sample.ts'
import { OpenBatch } from './OpenBatch.tsx'
import { reportProblem } from './reportProblem.ts'
import { followModel } from './run/followModel.ts'
import { OtherModelDialog } from './run/OtherModelDialog.tsx'
import { keepAnswers, startBatch } from './run/startBatch.ts'

interface Props {
  services: BatchServices
  /** Files dropped or pasted anywhere on the page. */
  incoming: Inbox<readonly File[]>
}

/** A file of reviews from opening to download. */
export default function BatchView({ services, incoming }: Props) {
  const file = useBatchStore((state) => state.file)
  const problem = useBatchStore((state) => state.problem)
  const replacing = useBatchStore((state) => state.replacing)
  const askingToForget = useBatchStore((state) => state.askingToForget)
  const otherTexts = useBatchStore((state) => state.otherTexts)
  const answers = useBatchStore(({ summary }) => summary?.classified ?? 0)
  const unsaved = useBatchStore(({ saved, run }) => !saved || run.status === 'running')

  // Files arrive from outside the view: the page is where they are dropped.
  useEffect(() => incoming.receive((files) => void offerFiles(services, files)), [services, incoming])

  // Which model answers is not React's.
  useEffect(() => followModel(services), [services])

  // The browser asks before a page with answers that no download holds is left.
  useEffect(() => {
    if (!unsaved) return
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [unsaved])

  const open = (files: readonly File[]): void => void offerFiles(services, files)
  const openSample = (): void => {
    fetchSample().then((sample) => open([sample]), reportProblem)
  }

  return (
    <div className={styles['page']}>
      {problem !== null && (
        <div className={styles['problem']}>
          <ProblemAlert {...problemWords(problem.code)} detail={problem.message} />
        </div>
      )}
      {file.status === 'empty' && <EmptyBatch onFiles={open} onSample={openSample} />}
      {file.status === 'opening' && (
        <p className={styles['opening']}>{`Reading ${file.names.join(', ')} …`}</p>
      )}
      {file.status === 'open' && <OpenBatch services={services} file={file} onFiles={open} />}
      <ReplaceDialog
        open={replacing !== null}
        answers={answers}
        onReplace={() => void replaceFile(services)}
        onKeep={keepFile}
      />
      <OtherModelDialog
        open={askingToForget}
        model={services.model}
        answers={answers}
        onForget={() => void startBatch(services, true)}
        onKeep={keepAnswers}
      />
      <OtherTextsDialog
        open={otherTexts !== null}
        answers={answers}
        onRead={() => void readOtherTexts(services)}
        onKeep={keepTexts}
      />
    </div>
  )
}
