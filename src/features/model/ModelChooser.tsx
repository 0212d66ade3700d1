import { useId, useState } from 'react'
import { useStore } from 'zustand'
import { problemWords } from '../../words/problemWords.ts'
import type { ModelState } from '../../inference/facade/modelState.ts'
import { placedFile } from '../../inference/package/localFolder.ts'
import { Button } from '../../ui/Button.tsx'
import { FileButton } from '../../ui/FileButton.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { LabelEditor } from './LabelEditor.tsx'
import type { ChoiceState, ModelChoice } from './modelChoice.ts'
import styles from './ModelChooser.module.css'

interface Props {
  choice: ModelChoice
  /** Of the model in use. */
  status: ModelState
}

/** Which model answers, among the site's and those of this device. */
export function ModelChooser({ choice, status }: Props) {
  const state = useStore(choice.state)
  const heading = useId()
  const { failure, question, local } = state
  const nameless = status.status === 'failed' && status.problem.code === 'labels-unknown'
  const inUse = state.models.find(({ folder }) => folder === keyInUse(state))
  return (
    <section className={styles['chooser']} aria-labelledby={heading}>
      <h3 id={heading}>Models</h3>
      {nameless && inUse !== undefined && (
        <div>
          <Button variant="primary" onClick={() => void choice.chooseDeployed(inUse)}>
            Say what its labels mean
          </Button>
        </div>
      )}
      <Choices choice={choice} state={state} />
      {failure !== null && (
        <ProblemAlert
          {...problemWords(failure.problem.code)}
          detail={`${failure.name}: ${failure.problem.message}`}
        />
      )}
      <div className={styles['device']}>
        <FileButton
          folder
          inputLabel="Folder of a model"
          onFiles={(files) => void choice.offerLocal(files.map(placedFile))}
        >
          Use a model from this device
        </FileButton>
        {local !== null && (
          <Button variant="quiet" onClick={() => void choice.relabelLocal()}>
            {`Change the labels of ${local.name}`}
          </Button>
        )}
      </div>
      <p className={styles['hint']}>
        A text classifier in ONNX form: a folder with config.json, tokenizer.json and weights. It can be
        dropped on this page, too. It is read from this device until you leave the page, and neither sent nor
        stored.
      </p>
      <LabelEditor question={question} onDismiss={choice.dismiss} />
    </section>
  )
}

/** Not a URL, as the others are. */
const LOCAL = 'local'

interface Option {
  key: string
  name: string
  use: () => Promise<void>
}

/** Nothing to choose while there is only one. */
function Choices({ choice, state }: { choice: ModelChoice; state: ChoiceState }) {
  const [picked, setPicked] = useState<string | null>(null)
  const group = useId()
  const options = optionsOf(choice, state)
  const used = keyInUse(state)
  const current = options.find(({ key }) => key === (picked ?? used)) ?? options[0]
  if (options.length < 2 || current === undefined) return null
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault()
        if (current.key === used) return
        setPicked(null)
        void current.use()
      }}
    >
      <fieldset className={styles['options']}>
        <legend className="visually-hidden">Model to use</legend>
        {options.map(({ key, name }) => (
          <label key={key} className={styles['option']}>
            <input type="radio" name={group} checked={key === current.key} onChange={() => setPicked(key)} />
            <span>
              {name}
              {key === LOCAL && <span className={styles['aside']}> · from this device</span>}
              {key === used && <span className={styles['aside']}> · in use</span>}
            </span>
          </label>
        ))}
      </fieldset>
      <Button type="submit" unavailable={current.key === used ? 'This model is in use' : undefined}>
        Use this model
      </Button>
    </form>
  )
}

function optionsOf(choice: ModelChoice, { models, local }: ChoiceState): Option[] {
  const deployed = models.map((model) => ({
    key: model.folder,
    name: model.name,
    use: () => choice.chooseDeployed(model),
  }))
  if (local === null) return deployed
  return [...deployed, { key: LOCAL, name: local.name, use: () => choice.chooseLocal() }]
}

function keyInUse({ inUse }: ChoiceState): string | null {
  if (inUse === null) return null
  return inUse.kind === 'local' ? LOCAL : inUse.folder
}
