import type { Device } from '../inference/facade/device.ts'
import type { GpuAdapter } from '../inference/gpu/gpuAdapter.ts'
import type { Notebook } from '../lib/notebook.ts'
import { notebook } from '../lib/notebook.ts'

/** A graphics card that computes. */
export const GOOD_ADAPTER: GpuAdapter = { usable: true, name: 'test card', software: false, f16: true }

export interface FakeDevice extends Device {
  /** What is kept between visits, by page. */
  kept: Map<string, string>
  workers: number
  metered: boolean
  gpu: GpuAdapter
  /** How often the browser was asked to keep what is stored, and what it answers. */
  persistAsked: number
  persistAnswer: boolean | null
  /** `workers` changed: tells those who listen. */
  workersChanged: () => void
}

/** Three workers, a fast free connection, no graphics card; a test changes what it is about. */
export function fakeDevice(change: Partial<FakeDevice> = {}): FakeDevice {
  const kept = new Map<string, string>()
  const listeners: (() => void)[] = []
  const device: FakeDevice = {
    kept,
    workers: 3,
    metered: false,
    gpu: { usable: false, why: 'no-webgpu' },
    persistAsked: 0,
    persistAnswer: true,
    browser: 'test browser 1.0',
    adapter: () => Promise.resolve(device.gpu),
    connection: () => ({ metered: device.metered, bytesPerSecond: 1e9 }),
    gpuRuntimeBytes: 1000,
    automaticWorkers: () => device.workers,
    mostWorkers: 4,
    onWorkersChange: (listener) => void listeners.push(listener),
    workersChanged: () => {
      for (const listener of listeners) listener()
    },
    persist: () => {
      device.persistAsked += 1
      return Promise.resolve(device.persistAnswer)
    },
    notebook: mapNotebook(kept),
    ...change,
  }
  return device
}

/** Keeps pages in `kept`. */
export function mapNotebook(kept: Map<string, string>): Notebook {
  return notebook(() => ({
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, text) => void kept.set(key, text),
    removeItem: (key) => void kept.delete(key),
  }))
}
