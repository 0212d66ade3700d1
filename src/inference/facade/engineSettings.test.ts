import { describe, expect, it } from 'vitest'
import { fakeDevice } from '../../testing/fakeDevice.ts'
import { keepSettings, readSettings, type EngineSettings } from './engineSettings.ts'

const AUTOMATIC: EngineSettings = { preferred: 'auto', workers: 'auto' }

describe('settings of the engine', () => {
  it('are automatic at first', () => {
    expect(readSettings(fakeDevice().notebook)).toEqual(AUTOMATIC)
  })

  it.each<EngineSettings>([
    { preferred: 'webgpu', workers: 3 },
    { preferred: 'wasm', workers: 'auto' },
    { preferred: 'auto', workers: 1 },
  ])('%o are found again on the next visit', (settings) => {
    const { notebook } = fakeDevice()
    keepSettings(notebook, settings)
    expect(readSettings(notebook)).toEqual(settings)
  })

  it.each([
    { version: 2, preferred: 'wasm', workers: 'auto' },
    { version: 1, preferred: 'cuda', workers: 'auto' },
    { version: 1, preferred: 'wasm', workers: 0 },
    { version: 1, preferred: 'wasm', workers: 1.5 },
    { version: 1, preferred: 'wasm', workers: '2' },
    { version: 1, preferred: 'wasm' },
    [],
    null,
  ])('%o are automatic', (json) => {
    const { notebook, kept } = fakeDevice()
    kept.set('undertone.engine', JSON.stringify(json))
    expect(readSettings(notebook)).toEqual(AUTOMATIC)
  })
})
