import { plural } from '../../../lib/format.ts'
import type { Archive } from '../../../table/protocol.ts'
import styles from './ReadAs.module.css'
import { useChosen } from './useChosen.ts'

interface Props {
  archive: Archive
  onChoose: (members: readonly string[]) => Promise<void>
}

/** Which files of an archive are read; one at least. */
export function ArchiveMembers({ archive: { name, members }, onChoose }: Props) {
  const [read, choose] = useChosen(members.value, onChoose)
  const all = members.alternatives.flatMap(({ value }) => value)
  if (all.length < 2) return null
  return (
    <details className={styles['group']}>
      <summary>
        {`${read.length} of ${plural(all.length, 'file')} in ${name} read.`}{' '}
        <span className={styles['more']}>Reason and choice</span>
      </summary>
      <fieldset className={styles['members']}>
        <legend className="visually-hidden">{`Files in ${name}`}</legend>
        <p className={styles['reason']}>{members.reason}</p>
        {all.map((member) => {
          const isRead = read.includes(member)
          return (
            <label key={member}>
              <input
                type="checkbox"
                checked={isRead}
                disabled={isRead && read.length === 1}
                onChange={() =>
                  choose(all.filter((each) => (each === member ? !isRead : read.includes(each))))
                }
              />
              {member}
            </label>
          )
        })}
      </fieldset>
    </details>
  )
}
