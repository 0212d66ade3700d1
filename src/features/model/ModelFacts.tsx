import { problemWords } from '../../words/problemWords.ts'
import type { ModelDetails } from '../../inference/facade/modelState.ts'
import { formatBytes, formatDuration } from '../../lib/format.ts'
import { Note } from '../../ui/Note.tsx'
import styles from './ModelFacts.module.css'

/** Name, size and whereabouts of the model that is in use. */
export function ModelFacts({ details }: { details: ModelDetails }) {
  return (
    <>
      <dl className={styles['facts']}>
        {facts(details).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {details.notStored !== null && details.source !== 'this device' && (
        <NotStored reason={details.notStored} />
      )}
    </>
  )
}

const SOURCES: Readonly<Record<ModelDetails['source'], string>> = {
  network: 'this site',
  'browser storage': 'this browser’s storage',
  'this device': 'a folder on this device',
}

function facts(details: ModelDetails): [string, string][] {
  const { name, calibrated, bytes, source, notStored, persisted, loadMs } = details
  const probabilities: [string, string] = [
    'How sure',
    'As the model says; how often it is right was not measured',
  ]
  return [
    ['Model', name],
    ...(calibrated ? [] : [probabilities]),
    ['Size', `${formatBytes(bytes)}, from ${SOURCES[source]}`],
    ['Storage', storageWords(notStored, persisted)],
    ['Ready after', formatDuration(loadMs)],
  ]
}

function storageWords(notStored: string | null, persisted: boolean | null): string {
  if (notStored !== null) return 'Not kept for the next visit'
  const kept = 'Kept in this browser for the next visit'
  if (persisted === null) return kept
  return persisted
    ? `${kept}; the browser promised not to clear it by itself`
    : `${kept}; the browser may clear it when space is short`
}

function NotStored({ reason }: { reason: string }) {
  const { happened, kept, next } = problemWords('storage-refused')
  return (
    <Note>
      {happened} {kept} {next} <span className={styles['reason']}>{reason}</span>
    </Note>
  )
}
