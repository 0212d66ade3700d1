import type { Candidate, Refusal } from '../../inference/gpu/candidate.ts'
import type { Proof } from '../../inference/proof/agreement.ts'
import { formatBytes, formatCount, plural } from '../../lib/format.ts'
import { offerWords } from '../../words/engineWords.ts'

/** What a candidate does now, in a few words. `workers` are those of WebAssembly. */
export function standingWords({ backend, standing }: Candidate, workers: number): string {
  switch (standing.status) {
    case 'in-use':
      return backend === 'wasm' ? `In use, ${plural(workers, 'worker')}` : 'In use for batches'
    case 'standing-by':
      return 'In use for single texts'
    case 'untried':
      return 'Not tried yet'
    case 'asking':
      return 'Waits for you'
    case 'fetching':
      return 'Being fetched'
    case 'checking':
      return 'Being checked'
    case 'refused':
      return 'Not used'
  }
}

/** How many reference labels it reproduced. */
export function agreementWords(proof: Proof | null): string {
  return proof === null ? 'Not checked' : `${proof.labelsEqual} of ${proof.texts} labels`
}

/** The largest difference of a probability from its reference, and the one allowed. */
export function differenceWords({ maxDifference, tolerance }: Proof): string {
  const words = maxDifference > 0 && maxDifference < 0.00005 ? 'under 0.0001' : maxDifference.toFixed(4)
  return `${words} of ${tolerance} allowed`
}

/** `231 texts a second`; below ten with a decimal. */
export function speedWords(textsPerSecond: number | null): string {
  if (textsPerSecond === null) return 'Not measured'
  const number = textsPerSecond < 10 ? textsPerSecond.toFixed(1) : formatCount(textsPerSecond)
  return `${number} texts a second`
}

const REFUSALS: Readonly<Record<Refusal, string>> = {
  'not-preferred': 'You chose WebAssembly, so the graphics card is left alone.',
  'no-weights': 'This model brings no weights for a graphics card.',
  'int8-weights':
    'The weights for the graphics card are 8-bit with one scale for a whole batch: a text’s answer would depend on its neighbours, so they never run there.',
  'no-webgpu': 'This browser has no WebGPU, or the page is not served over https.',
  'no-jspi':
    'This browser has WebGPU, but cannot pause WebAssembly while the graphics card works (JSPI). Newer versions can.',
  'no-adapter': 'The browser offers this page no graphics card.',
  'no-f16': 'The weights need half precision (shader-f16), which this graphics card lacks.',
  software: 'The browser would compute on the processor instead of a graphics card, which is slower.',
  'not-worth-it':
    'The graphics card is tried when a batch is long enough to repay its download and its check.',
  slower: 'The graphics card gives the reference answers, but reads more slowly than WebAssembly here.',
  disagrees:
    'The graphics card does not give the reference answers on this device, so it is never used and cannot be chosen.',
  lost: 'The graphics card stopped answering. The next batch asks for it again.',
  unreachable: 'The graphics card’s files could not be fetched. The next batch asks for them again.',
  failed: 'The graphics card could not be checked.',
}

/** Why the graphics card is not used, or what it waits for; null when there is nothing to say. */
export function reasonWords({ standing }: Candidate): string | null {
  if (standing.status === 'asking') return offerWords(formatBytes(standing.bytes))
  if (standing.status === 'refused') return REFUSALS[standing.why]
  return standing.status === 'untried' ? REFUSALS['not-worth-it'] : null
}

/** Whether choosing it can have an effect. */
export function canBeChosen({ standing }: Candidate): boolean {
  const never: readonly Refusal[] = [
    'no-weights',
    'int8-weights',
    'no-webgpu',
    'no-jspi',
    'no-adapter',
    'no-f16',
    'disagrees',
  ]
  return standing.status !== 'refused' || !never.includes(standing.why)
}

/** Whether another look may come to another end. */
export function canBeTriedAgain({ standing }: Candidate): boolean {
  const again: readonly Refusal[] = ['slower', 'disagrees', 'failed', 'lost', 'unreachable']
  return standing.status === 'refused' && again.includes(standing.why)
}
