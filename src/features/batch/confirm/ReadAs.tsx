import { asTextFormat } from '../../../domain/fileFormats.ts'
import type { ReadChoices } from '../../../domain/reading.ts'
import type { Archive, Peek } from '../../../table/protocol.ts'
import { ArchiveMembers } from './ArchiveMembers.tsx'
import { DelimiterSetting } from './DelimiterSetting.tsx'
import styles from './ReadAs.module.css'
import { readingGroups, type ReadingGroup } from './readingGroups.ts'
import { ReadingSetting } from './ReadingSetting.tsx'
import { readAsWords, undecodableWords } from './readingWords.ts'

/** Undefined takes a choice back. */
export type ChooseReading = <Key extends keyof ReadChoices>(
  sources: readonly number[],
  key: Key,
  value: ReadChoices[Key],
) => Promise<void>

interface Props {
  files: Peek['files']
  archives: readonly Archive[]
  onChoose: ChooseReading
}

/** How the files are read, in a line; behind it each answer with its reason, to be changed. */
export function ReadAs({ files, archives, onChoose }: Props) {
  const groups = readingGroups(files)
  return (
    <section aria-labelledby="read-as-heading" className={styles['readAs']}>
      <h2 id="read-as-heading" className="visually-hidden">
        How the file is read
      </h2>
      {archives.map((archive) => (
        <ArchiveMembers
          key={archive.source}
          archive={archive}
          onChoose={(members) => onChoose([archive.source], 'members', members)}
        />
      ))}
      {groups.map((group, index) => (
        <Group key={index} group={group} named={groups.length > 1} onChoose={onChoose} />
      ))}
    </section>
  )
}

interface GroupProps {
  group: ReadingGroup
  /** Other files are read in other ways. */
  named: boolean
  onChoose: ChooseReading
}

function Group({ group, named, onChoose }: GroupProps) {
  const { names, reading, sources } = group
  const { format, sheet, encoding, delimiter, quote, escape, header } = reading
  const undecodable = undecodableWords(group.undecodable)
  const choose =
    <Key extends keyof ReadChoices>(key: Key) =>
    (value: ReadChoices[Key]): Promise<void> =>
      onChoose(sources, key, value)
  return (
    <>
      <details className={styles['group']}>
        <summary>
          {named && <strong>{`${listed(names)} `}</strong>}
          {readAsWords(reading)} <span className={styles['more']}>Reasons and settings</span>
        </summary>
        <div className={styles['settings']}>
          <ReadingSetting
            label="Format"
            guess={format}
            onChoose={async (value) => {
              if (value === undefined) return choose('format')(undefined)
              const text = asTextFormat(value)
              if (text !== null) await choose('format')(text)
            }}
          />
          {sheet && <ReadingSetting label="Sheet" guess={sheet} onChoose={choose('sheet')} />}
          {encoding && <ReadingSetting label="Encoding" guess={encoding} onChoose={choose('encoding')} />}
          {delimiter && <DelimiterSetting guess={delimiter} onChoose={choose('delimiter')} />}
          {quote && <ReadingSetting label="Quotes" guess={quote} onChoose={choose('quote')} />}
          {escape && quote?.value !== null && (
            <ReadingSetting label="Quotes inside a cell" guess={escape} onChoose={choose('escape')} />
          )}
          {header && <ReadingSetting label="Column names" guess={header} onChoose={choose('header')} />}
        </div>
      </details>
      {undecodable !== null && <p className={styles['warning']}>{undecodable}</p>}
    </>
  )
}

function listed(names: readonly string[]): string {
  return names.length > 3 ? `${names[0] ?? ''} and ${names.length - 1} more:` : `${names.join(', ')}:`
}
