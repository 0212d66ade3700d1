import { afterEach, describe, expect, it } from 'vitest'
import { nextMacrotask } from './macrotask.ts'
import type { Failure } from './messages.ts'
import { createRemote, type Remote } from './remote.ts'
import { serve, type Handlers } from './serve.ts'

/** Calls of an imaginary worker. */
interface Calls {
  double: [number, number]
  fill: [Uint8Array<ArrayBuffer>, number]
  fail: [string, null]
  wait: [null, string]
}

class CodedError extends Error {
  readonly code: string

  constructor({ code, message }: Failure) {
    super(message)
    this.code = code
  }
}

interface Connection {
  remote: Remote<Calls>
  /** Starts the worker's side; until then calls queue. */
  start: () => void
  /** Names of the calls the worker began, in order. */
  began: string[]
  /** Signals of the `wait` calls, and the way to answer the oldest. */
  waits: { signal: AbortSignal; answer: (text: string) => void }[]
  /** Messages from the page, as the worker receives them. */
  posted: unknown[]
}

const channels: MessageChannel[] = []

function connect(): Connection {
  const channel = new MessageChannel()
  channels.push(channel)
  const { port1, port2 } = channel
  port1.start()
  const began: string[] = []
  const posted: unknown[] = []
  const waits: Connection['waits'] = []
  const handlers: Handlers<Calls> = {
    double: (value) => {
      began.push('double')
      return value * 2
    },
    fill: (bytes) => bytes.length,
    fail: (code) => {
      throw new CodedError({ code, message: 'on purpose' })
    },
    wait: (_, signal) => {
      began.push('wait')
      return new Promise((resolve) => waits.push({ signal, answer: resolve }))
    },
  }
  port2.addEventListener('message', ({ data }) => posted.push(data))
  return {
    remote: createRemote<Calls>(port1, (failure) => new CodedError(failure)),
    start() {
      port2.start()
      serve<Calls>(port2, handlers, (thrown) => ({
        code: thrown instanceof CodedError ? thrown.code : 'unknown',
        message: thrown instanceof Error ? thrown.message : 'no message',
      }))
    },
    began,
    waits,
    posted,
  }
}

function started(): Connection {
  const connection = connect()
  connection.start()
  return connection
}

interface Echo {
  echo: [unknown, unknown]
}

/** A worker that gives back what it gets; for 'function', something that cannot cross. */
function takingAnything(): { remote: Remote<Echo>; serving: () => Remote<Echo> } {
  const channel = new MessageChannel()
  channels.push(channel)
  channel.port1.start()
  channel.port2.start()
  const remote = createRemote<Echo>(channel.port1, (failure) => new CodedError(failure))
  return {
    remote,
    serving: () => {
      const echo = (input: unknown): unknown => (input === 'function' ? () => input : input)
      serve<Echo>(channel.port2, { echo }, () => ({ code: 'not-copied', message: '' }))
      return remote
    },
  }
}

/** Messages need a few turns of the event loop in each direction. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await nextMacrotask()
}

afterEach(() => {
  for (const { port1, port2 } of channels.splice(0)) {
    port1.close()
    port2.close()
  }
})

describe('calls', () => {
  it('are answered with the handler’s result', async () => {
    expect(await started().remote.call('double', 21)).toBe(42)
  })

  it('made before the worker is ready are kept, in order', async () => {
    const { remote, start, posted } = connect()
    const answers = [remote.call('double', 1), remote.call('double', 2)]
    await settle()
    expect(posted).toEqual([])
    start()
    expect(await Promise.all(answers)).toEqual([2, 4])
  })

  it('run side by side', async () => {
    const { remote, waits } = started()
    const slow = remote.call('wait', null)
    expect(await remote.call('double', 1)).toBe(2)
    waits[0]?.answer('late')
    expect(await slow).toBe('late')
  })

  it('get their own answers when these come in another order', async () => {
    const { remote, waits } = started()
    const answers = Promise.all([remote.call('wait', null), remote.call('wait', null)])
    await settle()
    waits[1]?.answer('second')
    waits[0]?.answer('first')
    expect(await answers).toEqual(['first', 'second'])
  })

  it('hand buffers over when asked to', async () => {
    const bytes = new Uint8Array(8)
    expect(await started().remote.call('fill', bytes, { transfer: [bytes.buffer] })).toBe(8)
    expect(bytes.byteLength).toBe(0)
  })

  it('copy buffers otherwise', async () => {
    const bytes = new Uint8Array(8)
    await started().remote.call('fill', bytes)
    expect(bytes.byteLength).toBe(8)
  })
})

describe('a failure', () => {
  it('crosses with its code and message', async () => {
    await expect(started().remote.call('fail', 'no-rows')).rejects.toMatchObject({
      code: 'no-rows',
      message: 'on purpose',
    })
  })

  it('leaves the worker answering', async () => {
    const { remote } = started()
    await remote.call('fail', 'x').catch(() => undefined)
    expect(await remote.call('double', 4)).toBe(8)
  })

  it('is what a result that cannot be copied becomes', async () => {
    const remote = takingAnything().serving()
    await expect(remote.call('echo', 'function')).rejects.toMatchObject({ code: 'not-copied' })
  })
})

describe('an input that cannot be copied', () => {
  const input = (): string => 'functions cannot'

  it('fails its call and leaves nothing waiting', async () => {
    const remote = takingAnything().serving()
    await remote.call('echo', 'ready')
    await expect(remote.call('echo', input)).rejects.toMatchObject({ name: 'DataCloneError' })
    expect(remote.pending).toBe(0)
  })

  it('before the worker is ready fails its call alone', async () => {
    const { remote, serving } = takingAnything()
    const failing = remote.call('echo', input)
    const other = remote.call('echo', 'other')
    serving()
    await expect(failing).rejects.toMatchObject({ name: 'DataCloneError' })
    expect(await other).toBe('other')
  })
})

describe('an abort', () => {
  const stop = new DOMException('enough', 'AbortError')

  it('before the call rejects with its reason and posts nothing', async () => {
    const { remote, posted } = started()
    await expect(remote.call('double', 1, { signal: AbortSignal.abort(stop) })).rejects.toBe(stop)
    await settle()
    expect(posted).toEqual([])
  })

  it('while the worker runs rejects with its reason and aborts the handler', async () => {
    const { remote, waits } = started()
    const controller = new AbortController()
    const answer = remote.call('wait', null, { signal: controller.signal })
    await settle()
    controller.abort(stop)
    await expect(answer).rejects.toBe(stop)
    await settle()
    expect(waits[0]?.signal.aborted).toBe(true)
  })

  it('leaves other calls alone', async () => {
    const { remote, waits } = started()
    const controller = new AbortController()
    const aborted = remote.call('wait', null, { signal: controller.signal })
    const kept = remote.call('wait', null)
    await settle()
    controller.abort(stop)
    await expect(aborted).rejects.toBe(stop)
    await settle()
    expect(waits[1]?.signal.aborted).toBe(false)
    waits[1]?.answer('kept')
    expect(await kept).toBe('kept')
  })

  it('before the worker is ready reaches it as well', async () => {
    const { remote, start, waits } = connect()
    const controller = new AbortController()
    const answer = remote.call('wait', null, { signal: controller.signal })
    controller.abort(stop)
    await expect(answer).rejects.toBe(stop)
    start()
    await settle()
    expect(waits[0]?.signal.aborted).toBe(true)
  })

  it('after the answer changes nothing and posts nothing', async () => {
    const { remote, posted } = started()
    const controller = new AbortController()
    expect(await remote.call('double', 1, { signal: controller.signal })).toBe(2)
    controller.abort(stop)
    await settle()
    expect(posted).toHaveLength(1)
  })

  it('with a reason that is no error rejects with an AbortError', async () => {
    const { remote } = started()
    const controller = new AbortController()
    const answer = remote.call('wait', null, { signal: controller.signal })
    controller.abort('enough')
    await expect(answer).rejects.toMatchObject({ name: 'AbortError', message: 'enough' })
  })

  it('drops the answer that comes late', async () => {
    const { remote, waits } = started()
    const controller = new AbortController()
    const answer = remote.call('wait', null, { signal: controller.signal })
    await settle()
    controller.abort(stop)
    waits[0]?.answer('late')
    await expect(answer).rejects.toBe(stop)
    await settle()
    expect(await remote.call('double', 3)).toBe(6)
  })
})

describe('close', () => {
  const gone = new Error('gone')

  it('rejects everything that waits', async () => {
    const { remote } = started()
    const answers = [remote.call('wait', null), remote.call('wait', null)]
    remote.close(gone)
    expect(await Promise.allSettled(answers)).toEqual([
      { status: 'rejected', reason: gone },
      { status: 'rejected', reason: gone },
    ])
  })

  it('rejects calls that still queue', async () => {
    const { remote } = connect()
    const answer = remote.call('double', 1)
    remote.close(gone)
    await expect(answer).rejects.toBe(gone)
  })

  it('rejects every later call', async () => {
    const { remote, began } = started()
    remote.close(gone)
    await expect(remote.call('double', 1)).rejects.toBe(gone)
    await settle()
    expect(began).toEqual([])
  })

  it('drops answers that come after it', async () => {
    const { remote, waits } = started()
    const answer = remote.call('wait', null)
    await settle()
    remote.close(gone)
    waits[0]?.answer('late')
    await expect(answer).rejects.toBe(gone)
  })
})

describe('pending', () => {
  it('counts calls without an answer', async () => {
    const { remote, waits } = started()
    expect(remote.pending).toBe(0)
    const answer = remote.call('wait', null)
    expect(remote.pending).toBe(1)
    await settle()
    waits[0]?.answer('done')
    await answer
    expect(remote.pending).toBe(0)
  })

  it.each([
    { what: 'aborted', end: (controller: AbortController) => controller.abort() },
    { what: 'closed', end: (_: AbortController, remote: Remote<Calls>) => remote.close(new Error('gone')) },
  ])('does not count calls that were $what', async ({ end }) => {
    const { remote } = started()
    const controller = new AbortController()
    const answer = remote.call('wait', null, { signal: controller.signal })
    end(controller, remote)
    await expect(answer).rejects.toThrow()
    expect(remote.pending).toBe(0)
  })

  it('does not count failed calls', async () => {
    const { remote } = started()
    await remote.call('fail', 'x').catch(() => undefined)
    expect(remote.pending).toBe(0)
  })
})

describe('lastHeard', () => {
  it('is the time of the last message', async () => {
    const { remote } = started()
    await remote.call('double', 1)
    const before = performance.now()
    expect(remote.lastHeard).toBeLessThanOrEqual(before)
    await remote.call('double', 1)
    expect(remote.lastHeard).toBeGreaterThanOrEqual(before)
  })

  it('does not change while the worker is silent', async () => {
    const { remote } = started()
    await remote.call('double', 1)
    const heard = remote.lastHeard
    void remote.call('wait', null)
    await settle()
    expect(remote.lastHeard).toBe(heard)
  })
})
