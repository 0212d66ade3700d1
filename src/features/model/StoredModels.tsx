import { useEffect, useId, useRef, useState } from 'react'
import type { DeployedModel } from '../../inference/package/deployment.ts'
import type { Stored, StoredModel, StoredModels as Storage } from '../../inference/package/storedModels.ts'
import type { FileMemory } from '../../table/fileMemory.ts'
import { formatBytes } from '../../lib/format.ts'
import { announce } from '../../ui/announcer.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './StoredModels.module.css'

interface Props {
  stored: Storage
  /** How files of some shapes are read. */
  memory: FileMemory
  /** Their names are the ones people know. */
  deployed: readonly DeployedModel[]
  /** Folder of the model in use; null when it is not of this site. */
  inUse: string | null
  /** Changes when something may have been stored. */
  changed: unknown
}

/** Everything that the page keeps in this browser, each thing with a way to erase it. */
export function StoredModels({ stored, memory, deployed, inUse, changed }: Props) {
  const [kept, setKept] = useState<Stored | null>(null)
  const [said, setSaid] = useState<string | null>(null)
  const id = useId()
  const heading = useRef<HTMLHeadingElement>(null)

  // The browser's storage lies outside React, and is asked anew after everything that may change it.
  useEffect(() => {
    let shown = true
    void stored.list().then((list) => shown && setKept(list))
    return () => {
      shown = false
    }
  }, [stored, changed])

  async function remove(erase: () => void | Promise<void>, sentence: string): Promise<void> {
    await erase()
    setKept(await stored.list())
    setSaid(sentence)
    announce(sentence)
    // The button that had the focus is gone.
    heading.current?.focus()
  }

  if (kept === null) return null
  const { models, settings } = kept
  const shapes = memory.list()
  const total = models.reduce((sum, { bytes }) => sum + bytes, settings?.bytes ?? 0)
  return (
    <section className={styles['stored']} aria-labelledby={id}>
      <h3 id={id} ref={heading} tabIndex={-1} className={styles['heading']}>
        Stored in this browser
      </h3>
      {total === 0 && shapes.length === 0 ? (
        <p>Nothing is stored.</p>
      ) : (
        <p>{`${formatBytes(total)} in all. Texts and files are never stored.`}</p>
      )}
      {said !== null && <p>{said}</p>}
      <ul className={styles['list']}>
        {models.map((model) => {
          const name = nameOf(model, deployed)
          const used = model.folder === inUse
          return (
            <li key={model.folder}>
              <span>
                {name}
                <span className={styles['aside']}>{factsOf(model, used)}</span>
              </span>
              <Button
                aria-label={`Remove ${name}`}
                onClick={() => void remove(() => stored.removeModel(model.folder), removedWords(name, used))}
              >
                Remove
              </Button>
            </li>
          )
        })}
        {settings !== null && (
          <li>
            <span>
              Settings
              <span
                className={styles['aside']}
              >{`${formatBytes(settings.bytes)}, what you chose here and what was measured`}</span>
            </span>
            <Button
              aria-label="Remove settings"
              onClick={() =>
                void remove(stored.removeSettings, 'Settings removed. They hold until you leave this page.')
              }
            >
              Remove
            </Button>
          </li>
        )}
        {shapes.map(({ shape, names }) => (
          <li key={shape}>
            <span>
              {`How files with ${names.join(', ')} are read`}
              <span className={styles['aside']}>What you chose for them; names of columns, no cells</span>
            </span>
            <Button
              aria-label={`Remove how files with ${names.join(', ')} are read`}
              onClick={() =>
                void remove(() => memory.forget(shape), 'Removed. Such files are read as guessed again.')
              }
            >
              Remove
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function nameOf({ folder, name }: StoredModel, deployed: readonly DeployedModel[]): string {
  return deployed.find((model) => model.folder === folder)?.name ?? name
}

const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' })

function factsOf({ bytes, storedAt }: StoredModel, used: boolean): string {
  const date = storedAt === null ? '' : `, stored on ${DAY.format(storedAt)}`
  return `${formatBytes(bytes)}${date}${used ? ', in use' : ''}`
}

function removedWords(name: string, used: boolean): string {
  return used
    ? `${name} removed. It stays in use until you leave this page, and is fetched anew the next time.`
    : `${name} removed.`
}
