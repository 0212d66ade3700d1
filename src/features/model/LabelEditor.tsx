import { useState } from 'react'
import { LABELS, type Label } from '../../domain/labels.ts'
import { LABEL_WORDS } from '../../words/labelWords.ts'
import { allSure, guessLabels } from '../../domain/labelGuess.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Note } from '../../ui/Note.tsx'
import { SelectField, type SelectOption } from '../../ui/SelectField.tsx'
import styles from './LabelEditor.module.css'
import type { LabelQuestion } from './modelChoice.ts'

interface Props {
  /** Null: nothing is asked and nothing is shown. */
  question: LabelQuestion | null
  onDismiss: () => void
}

/** Asks what the labels of a foreign model mean, each with a guess that can be changed. */
export function LabelEditor({ question, onDismiss }: Props) {
  if (question === null) return null
  // Another question starts with its own guesses.
  const key = [question.name, ...question.labels].join('\n')
  return <Editor key={key} question={question} onDismiss={onDismiss} />
}

type Choice = Label | 'unknown'

const CHOICES: readonly SelectOption<Choice>[] = [
  { value: 'unknown', label: 'Choose' },
  ...LABELS.map((label) => ({ value: label, label: LABEL_WORDS[label].word })),
]

function Editor({ question, onDismiss }: { question: LabelQuestion; onDismiss: () => void }) {
  const { name, local, labels, before, answer } = question
  const guesses = guessLabels(labels)
  const [choices, setChoices] = useState<readonly Choice[]>(
    before ?? guesses.map(({ label }) => label ?? 'unknown'),
  )
  const chosen = choices.filter((choice) => choice !== 'unknown')
  const complete = chosen.length === labels.length

  function change(index: number, choice: Choice): void {
    setChoices(choices.map((old, at) => (at === index ? choice : old)))
  }

  const actions = (
    <>
      <Button
        variant="primary"
        unavailable={complete ? undefined : 'Some labels have no meaning yet'}
        onClick={() => void answer(chosen)}
      >
        Use this model
      </Button>
      <Button onClick={onDismiss}>Keep the one in use</Button>
    </>
  )
  return (
    <Dialog open onClose={onDismiss} title={`What do the labels of ${name} mean?`} actions={actions}>
      <div className={styles['editor']}>
        <p>
          Undertone tells negative, neutral and positive. Say which of them each label of this model counts
          towards.
        </p>
        {before === null && !allSure(guesses) && (
          <Note>Some names do not say it for certain. The model’s own description does.</Note>
        )}
        <ul className={styles['labels']}>
          {labels.map((label, index) => (
            <li key={index} className={styles['label']}>
              <SelectField
                label={label}
                value={choices[index] ?? 'unknown'}
                options={CHOICES}
                onChange={(choice) => change(index, choice)}
              />
              <span className={styles['guess']}>
                {before === null && guesses[index]?.sure === false && choices[index] === guesses[index].label
                  ? 'a guess'
                  : ''}
              </span>
            </li>
          ))}
        </ul>
        {complete && <Missing chosen={chosen} />}
        {local && <p>It is read from this device until you leave this page. It is not sent or stored.</p>}
      </div>
    </Dialog>
  )
}

/** A model that never says one of the two is worth a warning; one without neutral is common. */
function Missing({ chosen }: { chosen: readonly Label[] }) {
  const missing = (['negative', 'positive'] as const).filter((label) => !chosen.includes(label))
  if (missing.length === 0) return null
  return (
    <Note>
      {missing.map((label) => `No label counts as ${label}, so no text will be called ${label}.`).join(' ')}
    </Note>
  )
}
