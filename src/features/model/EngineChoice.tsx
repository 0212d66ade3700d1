import { useId } from 'react'
import type { Candidate, Preferred } from '../../inference/gpu/candidate.ts'
import type { EngineSettings } from '../../inference/facade/engineSettings.ts'
import { SelectField, type SelectOption } from '../../ui/SelectField.tsx'
import { canBeChosen } from './candidateWords.ts'
import styles from './EngineChoice.module.css'

interface Props {
  settings: EngineSettings
  /** The graphics card, which may not be there to be chosen. */
  webgpu: Candidate
  mostWorkers: number
  onChange: (change: Partial<EngineSettings>) => void
}

const OPTIONS: readonly { value: Preferred; name: string; hint: string }[] = [
  { value: 'auto', name: 'Automatic', hint: 'the fastest that gives the reference answers' },
  { value: 'wasm', name: 'WebAssembly', hint: 'the processor alone' },
  { value: 'webgpu', name: 'Graphics card (WebGPU)', hint: 'for batches, even where it is slower' },
]

/** What a person wants to run the model, and with how many workers. Kept for the next visit. */
export function EngineChoice({ settings, webgpu, mostWorkers, onChange }: Props) {
  const group = useId()
  const chosen = settings.workers === 'auto' ? 'auto' : String(Math.min(settings.workers, mostWorkers))
  return (
    <div className={styles['choice']}>
      <fieldset className={styles['options']}>
        <legend className={styles['legend']}>Use</legend>
        {OPTIONS.map(({ value, name, hint }) => {
          const off = value === 'webgpu' && !canBeChosen(webgpu)
          return (
            <label key={value} className={styles['option']} data-off={off}>
              <input
                type="radio"
                name={group}
                checked={settings.preferred === value}
                disabled={off}
                onChange={() => onChange({ preferred: value })}
              />
              <span>
                {name}
                <span className={styles['hint']}>{off ? ' · cannot be chosen here' : ` · ${hint}`}</span>
              </span>
            </label>
          )
        })}
      </fieldset>
      <SelectField
        label="Workers"
        value={chosen}
        options={workerOptions(mostWorkers)}
        onChange={(value) => onChange({ workers: value === 'auto' ? 'auto' : Number(value) })}
      />
      <p className={styles['note']}>
        Workers read a batch side by side on WebAssembly. Automatic follows the cores, the memory and the
        battery of this device.
      </p>
    </div>
  )
}

function workerOptions(most: number): SelectOption<string>[] {
  const numbers = Array.from({ length: most }, (_, index) => String(index + 1))
  return [
    { value: 'auto', label: 'Automatic' },
    ...numbers.map((number) => ({ value: number, label: number })),
  ]
}
