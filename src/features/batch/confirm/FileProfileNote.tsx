import { formatCount, formatShare, plural } from '../../../lib/format.ts'
import type { FileProfile } from '../../../table/protocol.ts'
import styles from './FileProfileNote.module.css'
import { balanceOf, profileWords } from './profileWords.ts'

interface Props {
  /** Null while it is counted. */
  profile: FileProfile | null
  /** Name of the column of labels or stars; null without one. */
  label: string | null
}

/** What the texts are like, and how the labels or stars beside them are spread. */
export function FileProfileNote({ profile, label }: Props) {
  if (profile === null) return <p className={styles['words']}>Counting texts …</p>
  const balance = profile.labels === null || label === null ? null : balanceOf(profile.labels)
  return (
    <div className={styles['profile']}>
      <p className={styles['words']}>{profileWords(profile)}</p>
      {balance !== null && balance.values.length > 0 && (
        <table className={styles['balance']}>
          <caption>{`Rows by ${label ?? ''}`}</caption>
          <thead className="visually-hidden">
            <tr>
              <th scope="col">{label}</th>
              <th scope="col">Share</th>
              <th scope="col">Rows</th>
            </tr>
          </thead>
          <tbody>
            {balance.values.map(({ value, rows, share }) => (
              <tr key={value}>
                <th scope="row">{value === '' ? 'none' : value}</th>
                <td className={styles['share']}>
                  <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                    <rect width={100 * share} height="8" />
                  </svg>
                  <span className="visually-hidden">{formatShare(share)}</span>
                </td>
                <td>{formatCount(rows)}</td>
              </tr>
            ))}
          </tbody>
          {balance.more.values > 0 && (
            <tfoot>
              <tr>
                <td
                  colSpan={3}
                >{`and ${plural(balance.more.values, 'more value')}: ${plural(balance.more.rows, 'row')}`}</td>
              </tr>
            </tfoot>
          )}
        </table>
      )}
    </div>
  )
}
