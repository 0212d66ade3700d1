import { useEffect } from 'react'
import { useStore } from 'zustand'
import { problemWords } from '../../words/problemWords.ts'
import { announce } from '../../ui/announcer.ts'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import type { Workbench } from '../../workbench/workbench.ts'
import styles from './BatchView.module.css'
import { AskingDialogs } from './dialogs/AskingDialogs.tsx'
import { EmptyBatch } from './open/EmptyBatch.tsx'
import { fetchSample } from './open/sample.ts'
import { OpenBatch } from './OpenBatch.tsx'
import { spokenWords } from './words/spokenWords.ts'

/** A file of reviews from opening to download. */
export default function BatchView({ workbench }: { workbench: Workbench }) {
  const { opener, report, listen } = workbench
  const file = useStore(workbench.file, (state) => state.file)
  const problem = useStore(workbench.file, (state) => state.problem)
  const unsaved = useStore(workbench.run, ({ saved, run }) => !saved || run.status === 'running')

  // What happens at the workbench is heard as well as seen.
  useEffect(() => listen((event) => announce(spokenWords(event))), [listen])

  // The browser asks before a page with answers that no download holds is left.
  useEffect(() => {
    if (!unsaved) return
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [unsaved])

  const open = (files: readonly File[]): void => void opener.offerFiles(files)
  const openSample = (): void => {
    fetchSample().then((sample) => open([sample]), report)
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
      {file.status === 'open' && <OpenBatch workbench={workbench} file={file} onFiles={open} />}
      <AskingDialogs workbench={workbench} />
    </div>
  )
}
