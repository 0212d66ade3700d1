import { useId } from 'react'
import type { Candidate } from '../../inference/gpu/candidate.ts'
import type { ReadyState } from '../../inference/facade/modelState.ts'
import { formatBytes } from '../../lib/format.ts'
import { Button } from '../../ui/Button.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import {
  agreementWords,
  canBeTriedAgain,
  differenceWords,
  reasonWords,
  speedWords,
  standingWords,
} from './candidateWords.ts'
import styles from './Candidates.module.css'
import { fetchedWords } from './modelWords.ts'

interface Props {
  state: ReadyState
  onAllow: () => void
  onTryAgain: () => void
}

/** What can run the model, side by side: what each does now, how it agreed on this device, how fast it is. */
export function Candidates({ state, onAllow, onTryAgain }: Props) {
  const { wasm, webgpu } = state.candidates
  const both = [wasm, webgpu]
  const heading = useId()
  const fastest = Math.max(...both.map(({ textsPerSecond }) => textsPerSecond ?? 0))
  return (
    <section className={styles['candidates']} aria-labelledby={heading}>
      <h3 id={heading}>What runs it</h3>
      <table className={styles['table']}>
        <thead>
          <tr>
            <td />
            <th scope="col">WebAssembly</th>
            <th scope="col">
              Graphics card
              {webgpu.device !== null && <span className={styles['device']}>{webgpu.device}</span>}
            </th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">Now</th>
            {both.map((candidate) => (
              <td key={candidate.backend} data-standing={candidate.standing.status}>
                {standingWords(candidate, state.workers)}
              </td>
            ))}
          </tr>
          <tr>
            <th scope="row">Agreement</th>
            {both.map(({ backend, proof }) => (
              <td key={backend}>{agreementWords(proof)}</td>
            ))}
          </tr>
          <tr>
            <th scope="row">Largest difference</th>
            {both.map((candidate) => (
              <Difference key={candidate.backend} candidate={candidate} />
            ))}
          </tr>
          <tr>
            <th scope="row">Speed</th>
            {both.map(({ backend, textsPerSecond }) => (
              <td key={backend}>
                {speedWords(textsPerSecond)}
                {textsPerSecond !== null && <Share of={textsPerSecond / fastest} />}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
      {wasm.proof === null && (
        <p className={styles['unchecked']}>
          WebAssembly is not checked: this model brings no reference answers. A graphics card is compared with
          WebAssembly instead.
        </p>
      )}
      <Reason candidate={webgpu} onAllow={onAllow} onTryAgain={onTryAgain} />
    </section>
  )
}

function Difference({ candidate: { proof } }: { candidate: Candidate }) {
  if (proof === null) return <td>–</td>
  const share = proof.tolerance === 0 ? 0 : proof.maxDifference / proof.tolerance
  return (
    <td>
      {differenceWords(proof)}
      <Share of={share} />
    </td>
  )
}

/** The number above it as a length. */
function Share({ of }: { of: number }) {
  return (
    <span className={styles['track']} aria-hidden="true">
      <span className={styles['share']} style={{ width: `${Math.min(1, of) * 100}%` }} />
    </span>
  )
}

function Reason({ candidate, onAllow, onTryAgain }: { candidate: Candidate } & Omit<Props, 'state'>) {
  const { standing } = candidate
  const words = reasonWords(candidate)
  return (
    <div className={styles['reason']}>
      {words !== null && <p>{words}</p>}
      {standing.status === 'refused' && standing.detail !== null && (
        <p className={styles['detail']}>{standing.detail}</p>
      )}
      {standing.status === 'asking' && (
        <p>
          <Button onClick={onAllow}>{`Fetch up to ${formatBytes(standing.bytes)}`}</Button>
        </p>
      )}
      {standing.status === 'fetching' && (
        <div>
          <ProgressBar
            label="Graphics card download"
            value={standing.loaded}
            max={standing.total}
            valueText={fetchedWords(standing)}
          />
          <p>{fetchedWords(standing)}</p>
        </div>
      )}
      {canBeTriedAgain(candidate) && (
        <p>
          <Button onClick={onTryAgain}>Check it again</Button>
        </p>
      )}
    </div>
  )
}
