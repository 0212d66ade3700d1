import type { OpenTable } from '../../table/protocol.ts'
import { ScrollRegion } from '../../ui/ScrollRegion.tsx'
import styles from './Preview.module.css'

interface Props {
  table: OpenTable
  textColumn: number | null
}

/** The first rows as they will be read, so that a wrong delimiter or encoding is seen before anything runs. */
export function Preview({ table, textColumn }: Props) {
  const { columns, preview, files } = table
  const undecodable = files.reduce((sum, file) => sum + file.undecodable, 0)
  return (
    <div className={styles['preview']}>
      <h2 id="preview-heading" className={styles['heading']}>
        First rows, as they will be read
      </h2>
      {undecodable > 0 && (
        <p className={styles['warning']}>
          {undecodable} places were not valid in this encoding and are shown as �.
        </p>
      )}
      <ScrollRegion name={{ labelledBy: 'preview-heading' }} className={styles['scroll']}>
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">Row</th>
              {columns.map(({ index, name }) => (
                <th key={index} scope="col" className={index === textColumn ? styles['chosen'] : undefined}>
                  {name} {index === textColumn && <span className={styles['tag']}>is read</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {preview.map((cells, row) => (
              <tr key={row}>
                <td className={styles['number']}>{row + 2}</td>
                {columns.map(({ index }) => (
                  <td key={index} className={index === textColumn ? styles['chosen'] : undefined}>
                    <div className={styles['cell']}>{cells[index]}</div>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </div>
  )
}
