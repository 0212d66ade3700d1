import { createStore, type StoreApi } from 'zustand/vanilla'
import { isAbort, toProblem, type Problem } from '../../domain/errors.ts'
import type { Label } from '../../domain/labels.ts'
import { siteSource, type DeployedModel, type Deployment } from '../../inference/package/deployment.ts'
import { labelOutputs } from '../../inference/package/labelOutputs.ts'
import { localFolder, type PlacedFile } from '../../inference/package/localFolder.ts'
import { inspectLocalModel } from '../../inference/package/localModel.ts'
import type { Model } from '../../inference/facade/model.ts'
import type { LabelMeanings, ModelSource } from '../../inference/package/modelPackage.ts'
import { latestOnly } from '../../lib/latestOnly.ts'

export type LocalSource = Extract<ModelSource, { kind: 'local' }>

/** What a person has to say before a model can be used: what its labels mean. */
export interface LabelQuestion {
  name: string
  /** Its files are on this device; otherwise the site's. */
  local: boolean
  /** Names of the model's outputs, in their order. */
  labels: readonly string[]
  /** What was said before, one a label; null the first time. */
  before: readonly Label[] | null
  /** Uses the model, with one label of ours for each of its own. */
  answer: (outputs: readonly Label[]) => Promise<void>
}

/** Why a model that was asked for is not used. The one before it stays. */
export interface ChoiceFailure {
  name: string
  problem: Problem
}

export interface ChoiceState {
  /** What the site offers; empty until its config.json is read. */
  models: readonly DeployedModel[]
  /** The model from this device that was used last in this visit. */
  local: LocalSource | null
  inUse: ModelSource | null
  question: LabelQuestion | null
  failure: ChoiceFailure | null
}

/** Which model answers: one of the site's, or one from this device. None of the calls rejects; `failure` tells. */
export interface ModelChoice {
  readonly state: StoreApi<ChoiceState>
  /** Uses a model of the site, or asks first what its labels mean. */
  chooseDeployed(model: DeployedModel): Promise<void>
  /** Uses the model from this device again. */
  chooseLocal(): Promise<void>
  /** Asks again what the labels of the model from this device mean. */
  relabelLocal(): Promise<void>
  /** Files of this device that are meant as a model: asks what its labels mean. */
  offerLocal(placed: readonly PlacedFile[]): Promise<void>
  /** Files of this device that could not be read. */
  refuse: (reason: unknown) => void
  /** Leaves the question unanswered; the model in use stays. */
  dismiss: () => void
}

export interface ModelChoiceOptions {
  model: Model
  deployment: () => Promise<Deployment>
  /** Names of the outputs of the model in a folder of this site. */
  siteLabels: (folder: string) => Promise<string[]>
}

const NAMELESS = 'Model from this device'

export function createModelChoice({ model, deployment, siteLabels }: ModelChoiceOptions): ModelChoice {
  const state = createStore<ChoiceState>(() => ({
    models: [],
    local: null,
    inUse: null,
    question: null,
    failure: null,
  }))
  const latest = latestOnly()
  deployment().then(
    ({ models, first }) => state.setState(({ inUse }) => ({ models, inUse: inUse ?? siteSource(first) })),
    // The model's own load fails with the same problem, and shows it.
    () => undefined,
  )

  /** When this one cannot be used, the one before it is loaded again. */
  async function use(name: string, source: ModelSource): Promise<void> {
    const { inUse: before } = state.getState()
    state.setState({ inUse: source, question: null, failure: null })
    try {
      await model.choose(source)
      if (source.kind === 'local') state.setState({ local: source })
    } catch (error) {
      if (isAbort(error) || state.getState().inUse !== source) return
      state.setState({ inUse: before, failure: { name, problem: problemOf(error, source) } })
      // Should that one fail as well, the model's state shows it.
      if (before !== null) await model.choose(before).catch(() => undefined)
    }
  }

  /** `prepare` looks at a model; what it gives is done unless another one was asked for meanwhile. */
  async function lookAt(name: string, prepare: () => Promise<() => void | Promise<void>>): Promise<void> {
    const signal = latest()
    state.setState({ question: null, failure: null })
    try {
      const next = await prepare()
      if (!signal.aborted) await next()
    } catch (error) {
      if (!signal.aborted) state.setState({ failure: { name, problem: toProblem(error) } })
    }
  }

  function ask(
    question: Omit<LabelQuestion, 'answer'>,
    toSource: (outputs: readonly Label[]) => ModelSource,
  ): void {
    const answer = (outputs: readonly Label[]): Promise<void> => use(question.name, toSource(outputs))
    state.setState({ question: { ...question, answer } })
  }

  async function askLocal(
    { name, files }: Pick<LocalSource, 'name' | 'files'>,
    before: readonly Label[] | null,
  ): Promise<() => void> {
    const { labels } = await inspectLocalModel(files)
    return () =>
      ask({ name, local: true, labels, before }, (outputs) => ({ kind: 'local', name, files, outputs }))
  }

  return {
    state,
    chooseDeployed: (deployed) =>
      lookAt(deployed.name, async () => {
        const { folder, name, meanings } = deployed
        const labels = await siteLabels(folder)
        if (areKnown(labels, meanings)) return () => use(name, siteSource(deployed))
        return () =>
          ask({ name, local: false, labels, before: null }, (outputs) => ({
            kind: 'site',
            folder,
            meanings: meaningsOf(labels, outputs),
          }))
      }),
    async chooseLocal() {
      const { local } = state.getState()
      latest()
      if (local !== null) await use(local.name, local)
    },
    async relabelLocal() {
      const { local } = state.getState()
      if (local !== null) await lookAt(local.name, () => askLocal(local, local.outputs))
    },
    offerLocal: (placed) =>
      lookAt(placed[0]?.path.split('/').at(-2) ?? NAMELESS, async () => askLocal(localFolder(placed), null)),
    refuse(reason) {
      latest()
      state.setState({ question: null, failure: { name: NAMELESS, problem: toProblem(reason) } })
    },
    dismiss() {
      latest()
      state.setState({ question: null, failure: null })
    },
  }
}

function areKnown(labels: readonly string[], meanings: LabelMeanings): boolean {
  try {
    return labelOutputs(labels, meanings).length === labels.length
  } catch {
    return false
  }
}

function meaningsOf(labels: readonly string[], outputs: readonly Label[]): LabelMeanings {
  return Object.fromEntries(
    labels.flatMap((name, index): [string, Label][] => {
      const label = outputs[index]
      return label === undefined ? [] : [[name, label]]
    }),
  )
}

/** What breaks while a foreign model starts is most likely the model. */
function problemOf(error: unknown, source: ModelSource): Problem {
  const problem = toProblem(error)
  const foreign =
    source.kind === 'local' && (problem.code === 'internal' || problem.code === 'worker-crashed')
  return foreign ? { ...problem, code: 'model-unsupported' } : problem
}
