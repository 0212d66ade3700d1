import { useId } from 'react'
import type { DateFormat } from '../../../domain/dateFormats.ts'
import { dateExample } from './dateExamples.ts'
import styles from './DateQuestion.module.css'

interface Props {
  column: string
  /** Two or more, the assumed one first. */
  formats: readonly DateFormat[]
  /** What a person said; null until then. */
  chosen: DateFormat | null
  /** Cells of the column. */
  values: readonly string[]
  onChoose: (format: DateFormat) => void
}

/** Dates that can be read in two ways: asked with one of the file, the first way is taken until it is answered. */
export function DateQuestion({ column, formats, chosen, values, onChoose }: Props) {
  const name = useId()
  const example = dateExample(values, formats)
  const [assumed] = formats
  return (
    <fieldset className={styles['question']}>
      <legend>
        {example === null
          ? `How are the dates in “${column}” written?`
          : `“${column}” can be read in two ways. Which day is ${example.value}?`}
      </legend>
      {formats.map((format) => {
        const words = example?.readings.find((reading) => reading.format === format)?.words
        const order = format.startsWith('dd') ? 'day first' : 'month first'
        return (
          <label key={format}>
            <input
              type="radio"
              name={name}
              checked={format === (chosen ?? assumed)}
              onChange={() => onChoose(format)}
              // A click on the assumed one is an answer, too, and no change of the button.
              onClick={() => {
                if (chosen === null && format === assumed) onChoose(format)
              }}
            />
            {words === undefined ? `${order}, ${format}` : `${words}, ${order}`}
          </label>
        )
      })}
      {chosen === null && <p className={styles['assumed']}>Until you choose, the first is assumed.</p>}
    </fieldset>
  )
}
