import { formatCount, plural } from '../../../lib/format.ts'
import type { Slice } from '../../../table/protocol.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { PAGE_ROWS } from '../../../workbench/state/resultState.ts'
import { pageWords } from '../words/listWords.ts'
import styles from './NotClassified.module.css'
import { notClassifiedReason } from './notClassifiedWords.ts'

interface Props {
  open: boolean
  slice: Slice
  severalFiles: boolean
  /** From 0. */
  page: number
  onPage: (page: number) => void
  onClose: () => void
}

/** Rows without an answer: where each stands, in the spreadsheet and in the file, and why it has none. */
export function NotClassified({
  open,
  slice: { matching, rows },
  severalFiles,
  page,
  onPage,
  onClose,
}: Props) {
  const last = Math.max(0, Math.ceil(matching / PAGE_ROWS) - 1)
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={`${plural(matching, 'row')} not classified`}
      actions={
        <>
          <Button
            unavailable={page === 0 ? 'This is the first page' : undefined}
            onClick={() => onPage(page - 1)}
          >
            Previous
          </Button>
          <Button
            unavailable={page >= last ? 'This is the last page' : undefined}
            onClick={() => onPage(page + 1)}
          >
            Next
          </Button>
          <p className={styles['page']}>{pageWords(page, PAGE_ROWS, matching)}</p>
        </>
      }
    >
      <p className={styles['about']}>
        {`Row as a spreadsheet numbers it, line as it stands in ${severalFiles ? 'the file' : (rows[0]?.file ?? 'the file')}.`}
      </p>
      <table className={styles['table']} aria-label="Rows not classified">
        <thead>
          <tr>
            <th scope="col">Row</th>
            <th scope="col">Line</th>
            <th scope="col">Reason</th>
            {severalFiles && <th scope="col">File</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.row}>
              <td className={styles['number']}>{formatCount(row.number)}</td>
              <td className={styles['number']}>{formatCount(row.line)}</td>
              <td>
                {notClassifiedReason(row)}
                {row.text !== '' && <div className={styles['text']}>{row.text}</div>}
              </td>
              {severalFiles && <td>{row.file}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  )
}
