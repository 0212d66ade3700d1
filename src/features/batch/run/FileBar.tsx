import { useEffect, useRef } from 'react'
import type { Column, OpenedFile } from '../../../table/protocol.ts'
import { Button } from '../../../ui/Button.tsx'
import { FileButton } from '../../../ui/FileButton.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { ACCEPTED_FILES } from '../../../table/acceptedFiles.ts'
import { isUnderWay, type RunStatus } from '../../../workbench/state/runState.ts'
import { fileNames } from '../words/fileWords.ts'
import styles from './FileBar.module.css'

interface Props {
  files: readonly Pick<OpenedFile, 'name'>[]
  /** In a line how many rows there are and how they are read. */
  facts: string
  columns: readonly Column[]
  /** Indexes of the columns that are read. */
  texts: readonly number[]
  run: RunStatus
  /** Why Classify cannot run, or undefined when it can. */
  unavailable: string | undefined
  onFiles: (files: File[]) => void
  onTextColumn: (column: number) => void
  onClassify: () => void
  onStop: () => void
}

/** No column, or several. */
const OTHERWISE = ''

/** The open file, the column that is read, and the two buttons of a run. */
export function FileBar(props: Props) {
  const { files, facts, columns, texts, run, unavailable, onFiles, onTextColumn, onClassify, onStop } = props
  const name = useRef<HTMLHeadingElement>(null)
  const running = isUnderWay(run)

  // What had the focus went away when the file was opened: the next key goes on from here.
  useEffect(() => {
    if (document.activeElement === document.body) name.current?.focus({ preventScroll: true })
  }, [])

  return (
    <div className={styles['bar']}>
      <div className={styles['file']}>
        <h1 ref={name} tabIndex={-1} className={styles['name']}>
          {fileNames(files)}
        </h1>
        <span className={styles['facts']}>{facts}</span>
        <FileButton variant="quiet" inputLabel="Reviews file" accept={ACCEPTED_FILES} onFiles={onFiles}>
          Change
        </FileButton>
      </div>
      <div className={styles['controls']}>
        <SelectField
          label="Text column"
          value={texts.length === 1 ? String(texts[0]) : OTHERWISE}
          options={[
            ...(texts.length === 1 ? [] : [{ value: OTHERWISE, label: textsWords(columns, texts) }]),
            ...columns.map(({ index, name }) => ({ value: String(index), label: name })),
          ]}
          onChange={(value) => {
            if (value !== OTHERWISE) onTextColumn(Number(value))
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

function textsWords(columns: readonly Column[], texts: readonly number[]): string {
  if (texts.length === 0) return 'Choose a column'
  return texts.map((index) => columns[index]?.name ?? '').join(' + ')
}
