import type { Device } from '../inference/facade/device.ts'
import { watchBattery } from './battery.ts'
import { mostWorkers, workersFor } from './workersFor.ts'

/** How many inference workers this device feeds, now and as the battery changes. */
export function workerFacts(): Pick<Device, 'automaticWorkers' | 'mostWorkers' | 'onWorkersChange'> {
  const battery = watchBattery(navigator)
  const cores = navigator.hardwareConcurrency
  return {
    automaticWorkers: () => workersFor({ cores, memoryGiB: deviceMemory(), batteryLow: battery.isLow() }),
    mostWorkers: mostWorkers(cores),
    onWorkersChange: (listener) => battery.onChange(listener),
  }
}

/** GiB, rounded by the browser; Chromium only. */
function deviceMemory(): number | undefined {
  const memory: unknown = Reflect.get(navigator, 'deviceMemory')
  return typeof memory === 'number' ? memory : undefined
}
