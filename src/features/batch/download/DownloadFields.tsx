import { useId } from 'react'
import { EXPORT_DELIMITERS, type ExportFormat } from '../../../domain/exportFormat.ts'
import { CheckField } from '../../../ui/CheckField.tsx'
import { canPickSaveFile } from '../../../ui/pickSaveFile.ts'
import { SelectField } from '../../../ui/SelectField.tsx'
import type { DownloadChoices } from './download.ts'
import styles from './DownloadFields.module.css'
import { delimiterLabel } from './downloadWords.ts'

interface Props {
  as: ExportFormat
  place: DownloadChoices['place']
  /** Of the open file; null when it has none. */
  fileDelimiter: string | null
  onFormat: (change: Partial<ExportFormat>) => void
  onPlace: (place: DownloadChoices['place']) => void
}

/** How the file is written: its format in view, what few people need behind it. */
export function DownloadFields({ as, place, fileDelimiter, onFormat, onPlace }: Props) {
  const noteId = useId()
  const isCsv = as.kind === 'csv'
  return (
    <div className={styles['fields']}>
      <SelectField
        label="Format"
        value={as.kind}
        options={[
          { value: 'csv', label: 'CSV, for spreadsheets' },
          { value: 'json-lines', label: 'JSON Lines, for programs' },
        ]}
        onChange={(kind) => onFormat({ kind })}
      />
      {(isCsv || canPickSaveFile()) && (
        <details className={styles['more']}>
          <summary>More choices</summary>
          <div className={styles['choices']}>
            {isCsv && (
              <>
                <SelectField
                  label="Delimiter"
                  value={as.delimiter}
                  options={EXPORT_DELIMITERS.map((value) => ({
                    value,
                    label: `${delimiterLabel(value)}${value === fileDelimiter ? ', as in your file' : ''}`,
                  }))}
                  onChange={(delimiter) => onFormat({ delimiter })}
                />
                <SelectField
                  label="Encoding"
                  value={as.encoding}
                  options={[
                    { value: 'utf-8', label: 'UTF-8' },
                    { value: 'utf-16le', label: 'UTF-16, twice the size' },
                  ]}
                  onChange={(encoding) => onFormat({ encoding })}
                />
                <CheckField
                  label="Guard formulas"
                  checked={as.guard}
                  describedBy={noteId}
                  onChange={(guard) => onFormat({ guard })}
                />
                <p id={noteId} className={styles['note']}>
                  A cell that a spreadsheet would run, such as =1+1, gets an apostrophe before it, and its row
                  the flag formula_guarded. Opened here again, the row is as it was. Without the guard, every
                  cell is written exactly as it is.
                </p>
              </>
            )}
            {canPickSaveFile() && (
              <SelectField
                label="Save"
                value={place}
                options={[
                  { value: 'downloads', label: 'With your downloads' },
                  { value: 'chosen', label: 'Where I choose' },
                ]}
                onChange={onPlace}
              />
            )}
          </div>
        </details>
      )}
    </div>
  )
}
