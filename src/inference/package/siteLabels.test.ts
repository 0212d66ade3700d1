import { afterEach, expect, it, vi } from 'vitest'
import { toProblem } from '../../domain/errors.ts'
import { asBytes, fakeModelHost, FOLDER } from '../../testing/fakeModelHost.ts'
import { siteLabels } from './siteLabels.ts'

afterEach(() => vi.unstubAllGlobals())

it('asks for the manifest alone, and gives the names of the outputs', async () => {
  const host = await fakeModelHost({ 'onnx/model.onnx': Uint8Array.of(1, 2, 3) })
  expect(await siteLabels(FOLDER)).toEqual(['negative', 'neutral', 'positive'])
  expect(host.asked).toEqual(['manifest.json'])
})

it('fails as missing or as damaged', async () => {
  const host = await fakeModelHost({})
  host.answer('manifest.json', () => new Response('', { status: 404 }))
  expect(await siteLabels(FOLDER).catch(toProblem)).toMatchObject({ code: 'model-missing' })
  host.answer('manifest.json', () => new Response(asBytes('{"name":"small"}')))
  expect(await siteLabels(FOLDER).catch(toProblem)).toMatchObject({
    code: 'model-corrupt',
    message: expect.stringContaining('manifest') as string,
  })
})
