import { memo, useState } from 'react'
import { formatCount } from '../../../lib/format.ts'
import type { Peek, Role } from '../../../table/protocol.ts'
import { Button } from '../../../ui/Button.tsx'
import { classes } from '../../../ui/classes.ts'
import { ScrollRegion } from '../../../ui/ScrollRegion.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import type { Roles } from '../../../workbench/roles/roles.ts'
import { drawnColumns } from './drawnColumns.ts'
import styles from './Preview.module.css'
import { PreviewCell } from './PreviewCell.tsx'
import { RoleSelect } from './RoleSelect.tsx'

interface Props {
  view: Pick<Peek, 'columns' | 'roles' | 'preview' | 'previewNumbers'>
  roles: Roles
  onRole: (column: number, role: Role | null) => void
}

/** The first rows as they will be read, and what each column is for, so that both are right before anything runs. */
export const Preview = memo(function Preview({ view, roles, onRole }: Props) {
  const { columns, preview, previewNumbers } = view
  const [part, setPart] = useState(0)
  const [search, setSearch] = useState('')
  const { columns: drawn, parts } = drawnColumns(columns, roles, part, search)
  const at = Math.min(part, parts - 1)
  return (
    <div className={styles['preview']}>
      <h2 id="preview-heading" className={styles['heading']}>
        First rows, as they will be read
      </h2>
      {drawn.length < columns.length && (
        <div className={styles['columns']}>
          <p>{`${formatCount(drawn.length)} of ${formatCount(columns.length)} columns shown, always those that are read.`}</p>
          <Button unavailable={at === 0 ? 'These are the first' : undefined} onClick={() => setPart(at - 1)}>
            Columns before
          </Button>
          <Button
            unavailable={at >= parts - 1 ? 'These are the last' : undefined}
            onClick={() => setPart(at + 1)}
          >
            Columns after
          </Button>
          <TextField
            type="search"
            label="Find a column"
            labelAt="hidden"
            placeholder="Find a column"
            value={search}
            onChange={(words) => {
              setSearch(words)
              setPart(0)
            }}
          />
        </div>
      )}
      <ScrollRegion name={{ labelledBy: 'preview-heading' }} className={styles['scroll']}>
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">Row</th>
              {drawn.map(({ index, name }) => (
                <th key={index} scope="col" className={classOf(roles, index)}>
                  {name}
                </th>
              ))}
            </tr>
            <tr>
              <td className={styles['number']} />
              {drawn.map(({ index, name }) => (
                <td key={index} className={classOf(roles, index)}>
                  <RoleSelect
                    column={name}
                    role={roles[index] ?? null}
                    guess={view.roles[index]}
                    onRole={(role) => onRole(index, role)}
                  />
                </td>
              ))}
            </tr>
          </thead>
          <tbody>
            {preview.map((cells, row) => (
              <tr key={row}>
                <td className={styles['number']}>{previewNumbers[row]}</td>
                {drawn.map(({ index }) => (
                  <td key={index} className={classOf(roles, index)}>
                    <PreviewCell text={cells[index] ?? ''} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </div>
  )
})

/** What is read is marked; of several texts the last stays in view, however wide the file is. */
function classOf(roles: Roles, index: number): string {
  const role = roles[index]
  return classes(
    (role === 'text' || role === 'title') && styles['chosen'],
    index === roles.lastIndexOf('text') && styles['kept'],
  )
}
