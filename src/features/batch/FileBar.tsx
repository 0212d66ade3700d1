import type { OpenTable } from '../../table/protocol.ts'
import { Button } from '../../ui/Button.tsx'
import { FileButton } from '../../ui/FileButton.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { ACCEPTED_FILES } from '../../table/acceptedFiles.ts'
import type { RunState } from './batchStore.ts'
import { fileFacts, fileNames } from './batchWords.ts'
import styles from './FileBar.module.css'

interface Props {
  table: OpenTable
  textColumn: number | null
  run: RunState
  /** Why Classify cannot run, or undefined when it can. */
  unavailable: string | undefined
  onFiles: (files: File[]) => void
  onTextColumn: (column: number) => void
  onClassify: () => void
  onStop: () => void
}

/** The open file, the column that is read, and the two buttons of a run. */
export function FileBar(props: Props) {
  const { table, textColumn, run, unavailable, onFiles, onTextColumn, onClassify, onStop } = props
  const running = run.status === 'running' || run.status === 'starting'
  return (
    <div className={styles['bar']}>
      <div className={styles['file']}>
        <h1 className={styles['name']}>{fileNames(table.files)}</h1>
        <span className={styles['facts']}>{fileFacts(table)}</span>
        <FileButton variant="quiet" inputLabel="Reviews file" accept={ACCEPTED_FILES} onFiles={onFiles}>
          Change
        </FileButton>
      </div>
      <div className={styles['controls']}>
        <SelectField
          label="Text column"
          value={textColumn === null ? '' : String(textColumn)}
          options={[
            ...(textColumn === null ? [{ value: '', label: 'Choose a column' }] : []),
            ...table.columns.map(({ index, name }) => ({ value: String(index), label: name })),
          ]}
          onChange={(value) => {
            if (value !== '') onTextColumn(Number(value))
          }}
        />
        <Button
          variant={running ? 'secondary' : 'primary'}
          unavailable={running ? 'Already running' : unavailable}
          onClick={onClassify}
        >
          Classify
        </Button>
        <Button
          variant={running ? 'primary' : 'secondary'}
          unavailable={running ? undefined : 'Nothing is running'}
          onClick={onStop}
        >
          Stop
        </Button>
      </div>
    </div>
  )
}
