import { asArray, asNumber, asRecord, asString } from '../../lib/json.ts'
import type { Notebook } from '../../lib/notebook.ts'
import type { Proof } from '../proof/agreement.ts'

/** A verdict holds for this very browser version, adapter and model. */
export interface VerdictKey {
  /** The user agent, which names browser, version and system. */
  browser: string
  adapter: string
  /** Fingerprint of the model. */
  model: string
}

/** How the graphics card did when it was tried. Remembered, and still checked with a few texts at every start. */
export interface Verdict {
  outcome: 'faster' | 'slower' | 'disagrees' | 'failed'
  /** Null where it failed before anything could be compared. */
  proof: Proof | null
  /** Texts a second, where they were measured. */
  webgpu: number | null
  wasm: number | null
}

export interface VerdictMemory {
  recall(key: VerdictKey): Verdict | null
  remember(key: VerdictKey, verdict: Verdict): void
  forget(key: VerdictKey): void
}

const PAGE = 'undertone.verdicts'
const VERSION = 1
/** Older ones belong to browsers and models that are gone. */
const KEPT = 8

interface Entry {
  key: VerdictKey
  verdict: Verdict
}

/** Verdicts in the browser's local storage. What cannot be read is as if it had never been written. */
export function verdictMemory(notebook: Notebook): VerdictMemory {
  const read = (): Entry[] => notebook.read(PAGE, parseEntries) ?? []
  const write = (entries: Entry[]): void => notebook.write(PAGE, { version: VERSION, entries })
  const others = (key: VerdictKey): Entry[] => read().filter((entry) => !same(entry.key, key))
  return {
    recall: (key) => read().find((entry) => same(entry.key, key))?.verdict ?? null,
    remember: (key, verdict) => write([{ key, verdict }, ...others(key)].slice(0, KEPT)),
    forget: (key) => write(others(key)),
  }
}

function same(a: VerdictKey, b: VerdictKey): boolean {
  return a.browser === b.browser && a.adapter === b.adapter && a.model === b.model
}

const OUTCOMES: readonly Verdict['outcome'][] = ['faster', 'slower', 'disagrees', 'failed']

function parseEntries(json: unknown): Entry[] {
  const root = asRecord(json, 'verdicts')
  if (root['version'] !== VERSION) throw new TypeError('verdicts of another version')
  return asArray(root['entries'], 'verdicts.entries').map((item) => {
    const { key, verdict } = asRecord(item, 'entry')
    return { key: parseKey(key), verdict: parseVerdict(verdict) }
  })
}

function parseKey(json: unknown): VerdictKey {
  const key = asRecord(json, 'key')
  return {
    browser: asString(key['browser'], 'key.browser'),
    adapter: asString(key['adapter'], 'key.adapter'),
    model: asString(key['model'], 'key.model'),
  }
}

function parseVerdict(json: unknown): Verdict {
  const verdict = asRecord(json, 'verdict')
  const outcome = OUTCOMES.find((known) => known === verdict['outcome'])
  if (outcome === undefined) throw new TypeError('verdict.outcome is none of ours')
  const proof = verdict['proof'] ?? null
  return {
    outcome,
    proof: proof === null ? null : parseProof(proof),
    webgpu: numberOrNull(verdict['webgpu']),
    wasm: numberOrNull(verdict['wasm']),
  }
}

function parseProof(json: unknown): Proof {
  const proof = asRecord(json, 'proof')
  return {
    texts: asNumber(proof['texts'], 'proof.texts'),
    labelsEqual: asNumber(proof['labelsEqual'], 'proof.labelsEqual'),
    maxDifference: asNumber(proof['maxDifference'], 'proof.maxDifference'),
    tolerance: asNumber(proof['tolerance'], 'proof.tolerance'),
  }
}

function numberOrNull(json: unknown): number | null {
  return json === null ? null : asNumber(json, 'texts a second')
}
