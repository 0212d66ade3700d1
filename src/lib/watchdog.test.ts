import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Remote } from './remote.ts'
import { PATIENCE, watch, type Pingable } from './watchdog.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

interface Watched {
  remote: Remote<Pingable>
  pings: () => number
  /** The page waits for a call, or no longer does. */
  busy: (waiting: boolean) => void
  /** Whether pings are answered, one second later. */
  alive: (answers: boolean) => void
  /** Any message from the worker. */
  hear: () => void
}

/** The page's side of a worker whose answers the test gives. */
function watched(): Watched {
  let waiting = 0
  let answers = true
  let pings = 0
  let lastHeard = performance.now()
  const hear = (): void => {
    lastHeard = performance.now()
  }
  const remote: Remote<Pingable> = {
    call: () => {
      pings += 1
      return new Promise((_, reject) => {
        // Pings carry no answer that anyone reads: heard is enough.
        if (answers) setTimeout(hear, 1000)
        else setTimeout(() => reject(new Error('given up')), 60_000)
      })
    },
    close: () => undefined,
    get pending() {
      return waiting
    },
    get lastHeard() {
      return lastHeard
    },
  }
  return {
    remote,
    pings: () => pings,
    busy: (value) => (waiting = value ? 1 : 0),
    alive: (value) => (answers = value),
    hear,
  }
}

const MINUTE = 60_000

describe('a worker at work', () => {
  it('lives while it answers pings', () => {
    const { remote, busy } = watched()
    const onDead = vi.fn()
    watch(remote, onDead, PATIENCE)
    busy(true)
    vi.advanceTimersByTime(10 * MINUTE)
    expect(onDead).not.toHaveBeenCalled()
  })

  it('is pinged again after each answer', () => {
    const { remote, busy, pings } = watched()
    watch(remote, () => undefined, PATIENCE)
    busy(true)
    vi.advanceTimersByTime(MINUTE)
    expect(pings()).toBe(MINUTE / PATIENCE.pingEveryMs)
  })

  it('dies once when it falls silent', () => {
    const { remote, busy, alive } = watched()
    const onDead = vi.fn()
    watch(remote, onDead, PATIENCE)
    busy(true)
    alive(false)
    vi.advanceTimersByTime(10 * MINUTE)
    expect(onDead).toHaveBeenCalledTimes(1)
  })

  it('is given its time', () => {
    const { remote, busy, alive } = watched()
    const onDead = vi.fn()
    watch(remote, onDead, PATIENCE)
    busy(true)
    alive(false)
    vi.advanceTimersByTime(PATIENCE.pingEveryMs + PATIENCE.deadAfterMs)
    expect(onDead).not.toHaveBeenCalled()
    vi.advanceTimersByTime(PATIENCE.pingEveryMs)
    expect(onDead).toHaveBeenCalledTimes(1)
  })

  it('lives when another message than the ping’s answer is heard', () => {
    const { remote, busy, alive, hear } = watched()
    const onDead = vi.fn()
    watch(remote, onDead, PATIENCE)
    busy(true)
    alive(false)
    for (let seconds = 0; seconds < 120; seconds += 10) {
      vi.advanceTimersByTime(10_000)
      hear()
    }
    expect(onDead).not.toHaveBeenCalled()
  })

  it('is pinged once while no answer comes', () => {
    const { remote, busy, alive, pings } = watched()
    watch(remote, () => undefined, PATIENCE)
    busy(true)
    alive(false)
    vi.advanceTimersByTime(PATIENCE.deadAfterMs)
    expect(pings()).toBe(1)
  })
})

describe('an idle worker', () => {
  it('is never pinged and never dies', () => {
    const { remote, alive, pings } = watched()
    const onDead = vi.fn()
    watch(remote, onDead, PATIENCE)
    alive(false)
    vi.advanceTimersByTime(60 * MINUTE)
    expect(pings()).toBe(0)
    expect(onDead).not.toHaveBeenCalled()
  })

  it('is given its time from the first ping, however long it was silent before', () => {
    const { remote, busy, pings } = watched()
    const onDead = vi.fn()
    watch(remote, onDead, PATIENCE)
    vi.advanceTimersByTime(60 * MINUTE)
    busy(true)
    vi.advanceTimersByTime(MINUTE)
    expect(pings()).toBeGreaterThan(0)
    expect(onDead).not.toHaveBeenCalled()
  })
})

describe('a hidden page, whose timers run once a minute', () => {
  const THROTTLED = { ...PATIENCE, pingEveryMs: MINUTE }

  it('keeps a worker that answers', () => {
    const { remote, busy } = watched()
    const onDead = vi.fn()
    watch(remote, onDead, THROTTLED)
    busy(true)
    vi.advanceTimersByTime(60 * MINUTE)
    expect(onDead).not.toHaveBeenCalled()
  })

  it('still notices one that does not', () => {
    const { remote, busy, alive } = watched()
    const onDead = vi.fn()
    watch(remote, onDead, THROTTLED)
    busy(true)
    alive(false)
    vi.advanceTimersByTime(2 * MINUTE)
    expect(onDead).toHaveBeenCalledTimes(1)
  })
})

it('neither pings nor reports after it was stopped', () => {
  const { remote, busy, alive, pings } = watched()
  const onDead = vi.fn()
  const stop = watch(remote, onDead, PATIENCE)
  busy(true)
  alive(false)
  stop()
  vi.advanceTimersByTime(10 * MINUTE)
  expect(pings()).toBe(0)
  expect(onDead).not.toHaveBeenCalled()
})
