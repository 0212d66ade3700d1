import { describe, expect, it, vi } from 'vitest'
import { watchBattery } from './battery.ts'

class FakeBattery extends EventTarget {
  charging = false
  level = 1

  set(charging: boolean, level: number): void {
    this.charging = charging
    this.level = level
    this.dispatchEvent(new Event('levelchange'))
  }
}

async function watched(battery: FakeBattery) {
  const watch = watchBattery({ getBattery: () => Promise.resolve(battery) })
  const heard = vi.fn()
  watch.onChange(heard)
  await Promise.resolve()
  await Promise.resolve()
  return { watch, heard }
}

describe('watchBattery', () => {
  it.each([
    { charging: false, level: 0.2, low: true },
    { charging: false, level: 0.3, low: false },
    { charging: true, level: 0.05, low: false },
  ])('charging $charging at $level: low $low', async ({ charging, level, low }) => {
    const battery = new FakeBattery()
    battery.charging = charging
    battery.level = level
    expect((await watched(battery)).watch.isLow()).toBe(low)
  })

  it('tells when it becomes low and when it does not any more, not in between', async () => {
    const battery = new FakeBattery()
    const { heard } = await watched(battery)
    battery.set(false, 0.5)
    expect(heard).toHaveBeenCalledTimes(0)
    battery.set(false, 0.29)
    battery.set(false, 0.28)
    expect(heard).toHaveBeenCalledTimes(1)
    battery.set(true, 0.28)
    expect(heard).toHaveBeenCalledTimes(2)
  })

  it.each([
    { what: 'cannot be asked', ask: undefined },
    { what: 'refuses', ask: () => Promise.reject(new Error('denied')) },
    { what: 'says something else', ask: () => Promise.resolve({ level: 0 }) },
  ])('is never low where the browser $what', async ({ ask }) => {
    const watch = watchBattery({ getBattery: ask })
    await Promise.resolve()
    await Promise.resolve()
    expect(watch.isLow()).toBe(false)
  })
})
