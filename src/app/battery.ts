/** What the browser tells of the battery; Chromium only. */
interface Battery extends EventTarget {
  charging: boolean
  /** 0…1 */
  level: number
}

/** Below this share of its charge a discharging battery is spared. */
const LOW = 0.3

export interface BatteryWatch {
  /** Discharging and low; false where the browser tells nothing. */
  isLow(): boolean
  /** Calls `listener` whenever that changes. */
  onChange(listener: () => void): void
}

/** Watches the battery of the device; `browser` is `navigator`, whose `getBattery` may be missing or refuse. */
export function watchBattery(browser: object): BatteryWatch {
  const ask: unknown = Reflect.get(browser, 'getBattery')
  const listeners: (() => void)[] = []
  let low = false
  const look = (battery: Battery): void => {
    const now = !battery.charging && battery.level < LOW
    if (now === low) return
    low = now
    for (const listener of listeners) listener()
  }
  if (typeof ask === 'function') {
    Promise.resolve(Reflect.apply(ask, browser, [])).then(
      (battery: unknown) => {
        if (!isBattery(battery)) return
        for (const event of ['chargingchange', 'levelchange']) {
          battery.addEventListener(event, () => look(battery))
        }
        look(battery)
      },
      // A page in a frame may not ask.
      () => undefined,
    )
  }
  return { isLow: () => low, onChange: (listener) => void listeners.push(listener) }
}

function isBattery(value: unknown): value is Battery {
  return (
    value instanceof EventTarget &&
    typeof Reflect.get(value, 'charging') === 'boolean' &&
    typeof Reflect.get(value, 'level') === 'number'
  )
}
