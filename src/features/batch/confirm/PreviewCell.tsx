import styles from './Preview.module.css'

/** A cell, with each place marked that could not be decoded. */
export function PreviewCell({ text }: { text: string }) {
  const [first = '', ...others] = text.split('\uFFFD')
  return (
    <div className={styles['cell']}>
      {first}
      {others.map((part, index) => (
        <span key={index}>
          <mark className={styles['undecodable']}>{'\uFFFD'}</mark>
          {part}
        </span>
      ))}
    </div>
  )
}
