import { plural } from '../../lib/format.ts'
import type { Archive } from '../../table/protocol.ts'
import styles from './ReadAs.module.css'

interface Props {
  archive: Archive
  onChoose: (members: readonly string[]) => void
}

/** Which files of an archive are read; one at least. */
export function ArchiveMembers({ archive: { name, members }, onChoose }: Props) {
  const all = members.alternatives.flatMap(({ value }) => value)
  if (all.length < 2) return null
  return (
    <details className={styles['group']}>
      <summary>
        {`${members.value.length} of ${plural(all.length, 'file')} in ${name} read.`}{' '}
        <span className={styles['more']}>Reason and choice</span>
      </summary>
      <fieldset className={styles['members']}>
        <legend className="visually-hidden">{`Files in ${name}`}</legend>
        <p className={styles['reason']}>{members.reason}</p>
        {all.map((member) => {
          const read = members.value.includes(member)
          return (
            <label key={member}>
              <input
                type="checkbox"
                checked={read}
                disabled={read && members.value.length === 1}
                onChange={() =>
                  onChoose(all.filter((each) => (each === member ? !read : members.value.includes(each))))
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
