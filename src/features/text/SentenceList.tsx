import { useStore } from 'zustand'
import { LabelMark } from '../../charts/LabelMark.tsx'
import { formatShare } from '../../lib/format.ts'
import type { SentenceAnswer } from '../../pipeline/classifySentences.ts'
import { Button } from '../../ui/Button.tsx'
import { FailedReading } from './FailedReading.tsx'
import styles from './SentenceList.module.css'
import type { TextReader } from './textReader.ts'

/** The text sentence by sentence, each read by itself when somebody opens the list. */
export function SentenceList({ reader }: { reader: TextReader }) {
  const sentences = useStore(reader.state, (state) => state.sentences)
  const { status, list } = sentences
  // It stays while more are read, since it has the focus then.
  const goesOn = status === 'read' ? sentences.more : status === 'reading' && list.length > 0
  return (
    <details
      className={styles['details']}
      open={status !== 'closed'}
      onToggle={({ currentTarget }) => {
        if (currentTarget.open) void reader.openSentences()
        else reader.closeSentences()
      }}
    >
      <summary>Sentence by sentence</summary>
      <ol className={styles['list']}>
        {list.map((each) => (
          <Sentence key={each.start} {...each} />
        ))}
      </ol>
      {status === 'reading' && <p className={styles['aside']}>Reading the sentences.</p>}
      {status === 'failed' && (
        <FailedReading problem={sentences.problem} onRetry={() => void reader.retrySentences()} />
      )}
      {goesOn && (
        <Button
          variant="quiet"
          unavailable={status === 'reading' ? 'The sentences are being read' : undefined}
          onClick={() => void reader.moreSentences()}
        >
          Read on
        </Button>
      )}
    </details>
  )
}

function Sentence({ text, answer: { label, confidence, flags } }: SentenceAnswer) {
  return (
    <li className={styles['sentence']}>
      <span className={styles['answer']}>
        <LabelMark label={label} />
        <span className={styles['aside']}>
          {flags.includes('not_sure')
            ? `not sure, ${formatShare(confidence)}`
            : `${formatShare(confidence)} sure`}
        </span>
      </span>
      <span className={styles['text']}>{text}</span>
    </li>
  )
}
