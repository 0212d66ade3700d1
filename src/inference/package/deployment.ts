import { UndertoneError } from '../../domain/errors.ts'
import { LABELS, type Label } from '../../domain/labels.ts'
import { asArray, asRecord, asString } from '../../lib/json.ts'
import type { LabelMeanings, ModelSource } from './modelPackage.ts'
import type { ModelStorage } from './modelStorage.ts'

/** A model that this site offers. */
export interface DeployedModel {
  /** Absolute URL of its folder, of this site's origin, with a slash at the end. */
  folder: string
  /** As people choose it. */
  name: string
  /** What its labels mean, where their names do not say it. */
  meanings: LabelMeanings
}

/** Where the model is loaded from. */
export function siteSource({ folder, meanings }: DeployedModel): ModelSource {
  return { kind: 'site', folder, meanings }
}

/** What `config.json` at the root of a site says. */
export interface Deployment {
  models: DeployedModel[]
  /** The one that the page begins with. */
  first: DeployedModel
}

export interface DeploymentOptions {
  /** Absolute URL of `config.json`; paths in it are relative to it. */
  url: string
  /** What a site without a `config.json` offers. */
  builtIn: DeployedModel
  /** Keeps the last one seen, for a start without a connection. */
  storage: ModelStorage
}

/**
 * Rejects with `config-wrong`, whose message is a sentence about the first thing that does not fit, and with
 * `model-missing` when the host has trouble: another model than the site's must not answer for it.
 */
export async function readDeployment({ url, builtIn, storage }: DeploymentOptions): Promise<Deployment> {
  const bytes = await configBytes(url, storage)
  if (bytes === null) return { models: [builtIn], first: builtIn }
  try {
    return parseDeployment(JSON.parse(new TextDecoder().decode(bytes)), url)
  } catch (cause) {
    const why = cause instanceof SyntaxError ? `it is not JSON: ${cause.message}` : String(cause)
    throw new UndertoneError('config-wrong', why.replace(/^TypeError: /, ''), { cause })
  }
}

/** Null when the site has none: status 404 or the like, or a host's start page instead of the file. */
async function configBytes(url: string, storage: ModelStorage): Promise<Uint8Array<ArrayBuffer> | null> {
  const response = await fetch(url, { cache: 'no-cache' }).catch(() => null)
  if (response === null || response.status >= 500) {
    const stored = await storage.read(url)
    if (stored !== null || response === null) return stored
    throw new UndertoneError('model-missing', `config.json: status ${response.status}`)
  }
  if (!response.ok || response.headers.get('content-type')?.startsWith('text/html') === true) {
    await storage.remove(url)
    return null
  }
  const bytes = new Uint8Array(await response.arrayBuffer())
  // Nobody waits for it: it is for the next visit, and never rejects.
  void storage.write(url, bytes, 'application/json')
  return bytes
}

/**
 * Throws `TypeError`. Fields that are not known are refused: a misspelt one would be without effect.
 * @internal A test reads its sentences, which `readDeployment` wraps.
 */
export function parseDeployment(json: unknown, url: string): Deployment {
  const root = fieldsOf(json, 'config.json', ['models', 'default'])
  const models = asArray(root['models'], 'models').map((item, index) =>
    parseModel(item, `models[${index}]`, url),
  )
  if (models.length === 0) throw new TypeError('models must name at least one model')
  const twice = models.find(({ folder }, index) => models.findIndex((m) => m.folder === folder) < index)
  if (twice !== undefined) throw new TypeError(`models has two entries for ${twice.folder}`)
  const folder = folderOf(asString(root['default'], 'default'), 'default', url)
  const first = models.find((model) => model.folder === folder)
  if (first === undefined) throw new TypeError('default must be the path of one of the models')
  return { models, first }
}

function parseModel(json: unknown, name: string, url: string): DeployedModel {
  const model = fieldsOf(json, name, ['path', 'name', 'outputs'])
  const title = asString(model['name'], `${name}.name`).trim()
  if (title === '') throw new TypeError(`${name}.name must not be empty`)
  return {
    folder: folderOf(asString(model['path'], `${name}.path`), `${name}.path`, url),
    name: title,
    meanings: parseMeanings(model['outputs'] ?? {}, `${name}.outputs`),
  }
}

function folderOf(path: string, name: string, url: string): string {
  if (!URL.canParse(path, url)) throw new TypeError(`${name} is not a path: ${path}`)
  const folder = new URL(path, url)
  if (folder.origin !== new URL(url).origin) {
    throw new TypeError(`${name} must be of this site, since the page fetches from no other: ${path}`)
  }
  if (!folder.pathname.endsWith('/') || folder.search !== '' || folder.hash !== '') {
    throw new TypeError(`${name} must be a folder, with a slash at the end: ${path}`)
  }
  return folder.href
}

function parseMeanings(json: unknown, name: string): LabelMeanings {
  const entries = Object.entries(asRecord(json, name)).map(([own, ours]): [string, Label] => {
    const label = LABELS.find((known) => known === ours)
    if (label === undefined) throw new TypeError(`${name}[“${own}”] must be one of ${LABELS.join(', ')}`)
    return [own, label]
  })
  return Object.fromEntries(entries)
}

function fieldsOf(json: unknown, name: string, known: readonly string[]): Record<string, unknown> {
  const record = asRecord(json, name)
  const unknown = Object.keys(record).find((key) => !known.includes(key))
  if (unknown === undefined) return record
  throw new TypeError(`${name} has a field “${unknown}”, which is none of ${known.join(', ')}`)
}
