import { afterEach, describe, expect, it, vi } from 'vitest'
import { asBytes, memoryStorage } from '../../testing/fakeModelHost.ts'
import { toProblem } from '../../domain/errors.ts'
import { parseDeployment, readDeployment, type Deployment } from './deployment.ts'

const SITE = 'https://undertone.example/some/folder/'
const URL_OF = `${SITE}config.json`
const SMALL = { path: 'models/small/', name: 'Small' }
const STARS = {
  path: 'models/stars/',
  name: 'Stars',
  outputs: { '1 star': 'negative', '5 stars': 'positive' },
}
const GOOD = { models: [SMALL, STARS], default: 'models/stars/' }
const BUILT_IN = { folder: `${SITE}models/built-in/`, name: 'Built in', meanings: {} }

afterEach(() => vi.unstubAllGlobals())

describe('config.json', () => {
  it('lists models with their folders and the meanings of their labels, and names the first', () => {
    const { models, first } = parseDeployment(GOOD, URL_OF)
    expect(models).toEqual([
      { folder: `${SITE}models/small/`, name: 'Small', meanings: {} },
      { folder: `${SITE}models/stars/`, name: 'Stars', meanings: STARS.outputs },
    ])
    expect(first).toBe(models[1])
  })

  it('may name a folder anywhere on its own origin', () => {
    const models = [{ path: '/shared/models/big/', name: 'Big' }]
    const { first } = parseDeployment({ models, default: '../../shared/models/big/' }, URL_OF)
    expect(first.folder).toBe('https://undertone.example/shared/models/big/')
  })

  it.each([
    { json: [], says: 'config.json must be an object' },
    {
      json: { ...GOOD, model: 1 },
      says: 'config.json has a field “model”, which is none of models, default',
    },
    { json: { default: 'x/' }, says: 'models must be a list' },
    { json: { models: [], default: 'x/' }, says: 'models must name at least one model' },
    { json: { models: [SMALL] }, says: 'default must be a string' },
    {
      json: { models: [SMALL], default: 'models/other/' },
      says: 'default must be the path of one of the models',
    },
    {
      json: { models: [SMALL, SMALL], default: SMALL.path },
      says: `models has two entries for ${SITE}models/small/`,
    },
    { json: { ...GOOD, models: ['models/small/'] }, says: 'models[0] must be an object' },
    { json: { ...GOOD, models: [SMALL, { path: 'a/' }] }, says: 'models[1].name must be a string' },
    { json: { ...GOOD, models: [{ ...SMALL, name: ' ' }] }, says: 'models[0].name must not be empty' },
    { json: { ...GOOD, models: [{ name: 'Small' }] }, says: 'models[0].path must be a string' },
    {
      json: { ...GOOD, models: [{ ...SMALL, path: 'models/small' }] },
      says: 'models[0].path must be a folder, with a slash at the end: models/small',
    },
    {
      json: { ...GOOD, models: [{ ...SMALL, path: 'models/small/?v=1' }] },
      says: 'models[0].path must be a folder, with a slash at the end: models/small/?v=1',
    },
    {
      json: { ...GOOD, models: [{ ...SMALL, path: 'https://elsewhere.example/small/' }] },
      says: 'models[0].path must be of this site, since the page fetches from no other: https://elsewhere.example/small/',
    },
    {
      json: { ...GOOD, models: [{ ...SMALL, path: '//elsewhere.example/small/' }] },
      says: 'models[0].path must be of this site',
    },
    {
      json: { ...GOOD, models: [{ ...SMALL, path: 'http://[/' }] },
      says: 'models[0].path is not a path: http://[/',
    },
    {
      json: { ...GOOD, models: [{ ...SMALL, ouputs: {} }] },
      says: 'models[0] has a field “ouputs”, which is none of path, name, outputs',
    },
    {
      json: { ...GOOD, models: [{ ...SMALL, outputs: { LABEL_0: 'bad' } }] },
      says: 'models[0].outputs[“LABEL_0”] must be one of negative, neutral, positive',
    },
    {
      json: { ...GOOD, models: [{ ...SMALL, outputs: ['negative'] }] },
      says: 'models[0].outputs must be an object',
    },
  ])('is refused with a sentence: $says', ({ json, says }) => {
    expect(() => parseDeployment(json, URL_OF)).toThrow(TypeError)
    expect(() => parseDeployment(json, URL_OF)).toThrow(says)
  })
})

/** What the page reads when the host answers so. */
function read(answer: () => Response, storage = memoryStorage()): Promise<Deployment> {
  vi.stubGlobal('fetch', (url: string) =>
    url === URL_OF ? Promise.resolve().then(answer) : Promise.reject(new Error(url)),
  )
  return readDeployment({ url: URL_OF, builtIn: BUILT_IN, storage })
}

const found = (): Response => new Response(JSON.stringify(GOOD))
const offline = (): Response => {
  throw new TypeError('Failed to fetch')
}
const BUILT_IN_ONLY = { models: [BUILT_IN], first: BUILT_IN }

describe('the deployment that a page reads', () => {
  it('is what config.json says', async () => {
    expect((await read(found)).first.name).toBe('Stars')
  })

  it.each([
    { what: 'is missing', answer: () => new Response('', { status: 404 }) },
    {
      what: 'is missing on a host that answers with its start page',
      answer: () =>
        new Response('<!doctype html>', { headers: { 'content-type': 'text/html; charset=utf-8' } }),
    },
    { what: 'cannot be fetched and was never seen', answer: offline },
  ])('is the built-in model alone when config.json $what', async ({ answer }) => {
    expect(await read(answer)).toEqual(BUILT_IN_ONLY)
  })

  it('is the one seen last while there is no connection', async () => {
    const storage = memoryStorage()
    await read(found, storage)
    expect((await read(offline, storage)).first.name).toBe('Stars')
  })

  it('is not one that was taken down meanwhile', async () => {
    const storage = memoryStorage()
    await read(found, storage)
    await read(() => new Response('', { status: 404 }), storage)
    expect(await read(offline, storage)).toEqual(BUILT_IN_ONLY)
  })

  it('is the one seen last while the host has trouble', async () => {
    const storage = memoryStorage()
    await read(found, storage)
    expect((await read(() => new Response('', { status: 503 }), storage)).first.name).toBe('Stars')
  })

  it('fails while the host of a first visit has trouble, instead of another model', async () => {
    const failure: unknown = await read(() => new Response('', { status: 503 })).catch(
      (error: unknown) => error,
    )
    expect(toProblem(failure)).toEqual({ code: 'model-missing', message: 'config.json: status 503' })
  })

  it.each([
    { what: 'is no JSON', bytes: '{ models:', says: /^it is not JSON: / },
    { what: 'says something else', bytes: '{ "models": [] }', says: /^models must name at least one model$/ },
  ])('fails as wrong when config.json $what', async ({ bytes, says }) => {
    const failure: unknown = await read(() => new Response(asBytes(bytes))).catch((error: unknown) => error)
    expect(toProblem(failure)).toMatchObject({
      code: 'config-wrong',
      message: expect.stringMatching(says) as string,
    })
  })
})
