import { describe, expect, it } from 'vitest'
import { toProblem, UndertoneError } from '../domain/errors.ts'
import { nextMacrotask } from '../lib/macrotask.ts'
import { CHUNK, expectAllAnswered, runFake } from '../testing/batchRun.ts'
import { fakeBatchTable } from '../testing/fakeBatchTable.ts'
import type { FakeClassifierOptions } from '../testing/fakeClassifier.ts'

const ROWS = 1000
const TEXTS = Array.from({ length: ROWS }, (_, row) => `text ${row}`)

/** What the model answers when a text in `poison` takes its workers down. */
function killedBy(...poison: string[]): FakeClassifierOptions {
  return {
    onCall: (texts) => {
      if (texts.some((text) => poison.includes(text))) throw new UndertoneError('worker-crashed', 'killed')
    },
  }
}

describe('a run', () => {
  it('answers every row with its own answer, once, in calls for a batch', async () => {
    const table = fakeBatchTable(TEXTS)
    const { classifier, done } = runFake(table)
    await done
    expectAllAnswered(table, TEXTS)
    expect(new Set(table.handedOut.values())).toEqual(new Set([1]))
    expect(new Set(classifier.callsFor)).toEqual(new Set(['batch']))
  })

  it('leaves rows without text alone', async () => {
    const texts = TEXTS.map((text, row) => (row % 3 === 0 ? null : text))
    const table = fakeBatchTable(texts)
    await runFake(table).done
    expectAllAnswered(table, texts)
  })

  it.each([0, 1, CHUNK - 1, CHUNK, CHUNK + 1])('takes a file of %i rows', async (rows) => {
    const texts = TEXTS.slice(0, rows)
    const table = fakeBatchTable(texts)
    await runFake(table).done
    expectAllAnswered(table, texts)
  })

  it('gives rows their own answers when calls are answered in another order', async () => {
    const table = fakeBatchTable(TEXTS)
    let calls = 0
    await runFake(table, {
      onCall: async () => {
        calls += 1
        for (let turn = calls % 4; turn > 0; turn -= 1) await nextMacrotask()
      },
    }).done
    expectAllAnswered(table, TEXTS)
  })

  it('tells progress that rises to the total', async () => {
    const { progress, done } = runFake(fakeBatchTable(TEXTS))
    await done
    const steps = progress.map((step) => step.done)
    expect(steps).toEqual(steps.toSorted((a, b) => a - b))
    expect(progress.at(-1)).toEqual({ done: ROWS, total: ROWS })
  })

  it.each([
    { calls: 0, texts: 32, most: 1 },
    { calls: 1, texts: 100, most: 1 },
    { calls: 6, texts: 7, most: 6 },
  ])('has at most $calls calls of $texts texts out', async ({ calls, texts, most }) => {
    const { classifier, done } = runFake(fakeBatchTable(TEXTS), {}, { appetite: () => ({ calls, texts }) })
    await done
    expect(classifier.mostWaiting).toBe(most)
    expect(classifier.calls.flat()).toEqual(TEXTS)
    expect(new Set(classifier.calls.slice(0, -1).map(({ length }) => length))).toEqual(new Set([texts]))
  })

  it('follows an appetite that grows', async () => {
    const sizes: number[] = []
    let joined = false
    const { classifier, done } = runFake(
      fakeBatchTable(TEXTS),
      {
        onCall: (texts) => {
          sizes.push(texts.length)
          joined = sizes.length > 4
        },
      },
      { appetite: () => (joined ? { calls: 3, texts: 200 } : { calls: 1, texts: 10 }) },
    )
    await done
    expect(sizes.slice(0, 5)).toEqual([10, 10, 10, 10, 10])
    expect(sizes).toContain(200)
    expect(classifier.mostWaiting).toBe(3)
  })

  it('reads no more of the file than the engine has taken', async () => {
    const table = fakeBatchTable(TEXTS)
    const { done } = runFake(table, { onCall: () => new Promise(() => undefined) })
    for (let turn = 0; turn < 20; turn += 1) await nextMacrotask()
    expect(table.handedOut.size).toBe(4 * CHUNK)
    void done
  })

  it('goes on where rows were passed over', async () => {
    const table = fakeBatchTable(TEXTS)
    const pending: typeof table.pending = async (input, options) => {
      const chunk = await table.pending(input, options)
      // Every other answer is empty, as where rows have the texts of earlier ones.
      return input.from % 2 === 0 && chunk.next !== null
        ? { ...chunk, rows: new Uint32Array(), texts: [], next: input.from + 1 }
        : chunk
    }
    await runFake({ ...table, pending }).done
    expect(table.answers.size).toBe(ROWS)
  })

  it('tells progress of rows that were answered without a call', async () => {
    const table = fakeBatchTable(['same'])
    const pending: typeof table.pending = async (input, options) => ({
      ...(await table.pending(input, options)),
      progress: { done: 5, total: 6 },
    })
    const { progress, done } = runFake({ ...table, pending })
    await done
    expect(progress).toContainEqual({ done: 5, total: 6 })
  })
})

describe('what is no error', () => {
  it('ends the run as an abort when a person stopped it with it', async () => {
    const controller = new AbortController()
    const { done } = runFake(
      fakeBatchTable(TEXTS),
      { onCall: () => controller.abort('enough') },
      { signal: controller.signal },
    )
    expect(await done.catch(toProblem)).toEqual({ code: 'aborted', message: 'enough' })
  })

  it('ends the run as a failure when the table threw it', async () => {
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- the case
    const pending = (): Promise<never> => Promise.reject('broken')
    const { done } = runFake({ ...fakeBatchTable(TEXTS), pending })
    expect(await done.catch(toProblem)).toEqual({ code: 'internal', message: 'broken' })
  })
})

describe('stop', () => {
  function stoppedAfter(calls: number): FakeClassifierOptions & { signal: AbortSignal } {
    const controller = new AbortController()
    let seen = 0
    return {
      signal: controller.signal,
      onCall: () => {
        seen += 1
        if (seen === calls) controller.abort()
      },
    }
  }

  it('rejects as aborted and keeps what is recorded', async () => {
    const table = fakeBatchTable(TEXTS)
    const { signal, ...options } = stoppedAfter(7)
    expect(await runFake(table, options, { signal }).done.catch(toProblem)).toMatchObject({ code: 'aborted' })
    expect(table.answers.size).toBeGreaterThan(0)
    expect(table.answers.size).toBeLessThan(ROWS)
  })

  it('lets a second run continue there', async () => {
    const table = fakeBatchTable(TEXTS)
    const { signal, ...options } = stoppedAfter(7)
    await runFake(table, options, { signal }).done.catch(() => undefined)
    const answered = [...table.answers.keys()]
    const second = runFake(table)
    await second.done
    expectAllAnswered(table, TEXTS)
    expect(second.classifier.calls.flat()).not.toContain(TEXTS[answered[0]!])
    expect(second.classifier.calls.flat()).toHaveLength(ROWS - answered.length)
  })

  it('does not wait for a model that reads', async () => {
    const controller = new AbortController()
    const never = new Promise<void>(() => undefined)
    const { done } = runFake(fakeBatchTable(TEXTS), { onCall: () => never }, { signal: controller.signal })
    await nextMacrotask()
    controller.abort()
    expect(await done.catch(toProblem)).toMatchObject({ code: 'aborted' })
  })

  it('before the start asks nothing of the model', async () => {
    const { classifier, done } = runFake(fakeBatchTable(TEXTS), {}, { signal: AbortSignal.abort() })
    expect(await done.catch(toProblem)).toMatchObject({ code: 'aborted' })
    expect(classifier.calls).toEqual([])
  })
})

describe('a text that kills every worker', () => {
  it('is set aside, and its neighbours are answered', async () => {
    const table = fakeBatchTable(TEXTS)
    await runFake(table, killedBy('text 100')).done
    expect(table.unreadable).toEqual(new Set([100]))
    expectAllAnswered(table, TEXTS)
  })

  it.each([0, CHUNK - 1, CHUNK, ROWS - 1])('is found at row %i', async (row) => {
    const table = fakeBatchTable(TEXTS)
    await runFake(table, killedBy(`text ${row}`)).done
    expect(table.unreadable).toEqual(new Set([row]))
    expectAllAnswered(table, TEXTS)
  })

  it('counts as done', async () => {
    const { progress, done } = runFake(fakeBatchTable(TEXTS), killedBy('text 999'))
    await done
    expect(progress.at(-1)).toEqual({ done: ROWS, total: ROWS })
  })

  it('is found by halving: not every neighbour is tried alone', async () => {
    const { classifier, done } = runFake(fakeBatchTable(TEXTS.slice(0, CHUNK)), killedBy('text 20'))
    await done
    expect(classifier.calls.length).toBeLessThan(2 * Math.log2(CHUNK) + 2)
  })

  it('does not stop the run when there are several with others between', async () => {
    const poison = [3, 200, 400, 600, 800, 990]
    const table = fakeBatchTable(TEXTS)
    const appetite = () => ({ texts: CHUNK, calls: 2 })
    await runFake(table, killedBy(...poison.map((row) => `text ${row}`)), { appetite }).done
    expect(table.unreadable).toEqual(new Set(poison))
    expectAllAnswered(table, TEXTS)
  })

  it.each(['worker-crashed', 'out-of-memory', 'internal'] as const)(
    'is found whatever it does: %s',
    async (code) => {
      const table = fakeBatchTable(TEXTS)
      await runFake(table, {
        onCall: (texts) => {
          if (texts.includes('text 500')) throw new UndertoneError(code, 'it does it again')
        },
      }).done
      expect(table.unreadable).toEqual(new Set([500]))
      expectAllAnswered(table, TEXTS)
    },
  )

  it('is not the texts’ fault when three in a row do: the run stops, and they wait again', async () => {
    const table = fakeBatchTable(TEXTS)
    const problem = await runFake(table, {
      onCall: () => {
        throw new UndertoneError('worker-crashed', 'always')
      },
    }).done.catch(toProblem)
    expect(problem).toEqual({ code: 'worker-crashed', message: 'always' })
    expect(table.unreadable.size).toBe(0)
  })
})

describe('another failure', () => {
  const full = new UndertoneError('model-disagrees', 'no more')

  it('stops all calls and is what the caller hears', async () => {
    const table = fakeBatchTable(TEXTS)
    const { classifier, done } = runFake(table, {
      onCall: (texts) => {
        if (texts.includes('text 300')) throw full
      },
    })
    await expect(done).rejects.toBe(full)
    const calls = classifier.calls.length
    for (let turn = 0; turn < 10; turn += 1) await nextMacrotask()
    expect(classifier.calls).toHaveLength(calls)
  })

  it('does not wait for calls that the model never answers', async () => {
    let calls = 0
    const { classifier, done } = runFake(fakeBatchTable(TEXTS), {
      onCall: () => {
        calls += 1
        if (calls === 3) throw full
        return new Promise(() => undefined)
      },
    })
    await expect(done).rejects.toBe(full)
    await nextMacrotask()
    expect(classifier.waiting).toBe(0)
  })

  it('of a call that was slow to fail does not hide the first', async () => {
    let calls = 0
    const { done } = runFake(fakeBatchTable(TEXTS), {
      onCall: async () => {
        calls += 1
        if (calls === 2) throw full
        await nextMacrotask()
      },
    })
    await expect(done).rejects.toBe(full)
  })

  it('keeps what was recorded before', async () => {
    const table = fakeBatchTable(TEXTS)
    let calls = 0
    await runFake(table, {
      onCall: () => {
        calls += 1
        if (calls > 5) throw full
      },
    }).done.catch(() => undefined)
    expect(table.answers.size).toBe(5 * CHUNK)
  })

  it.each(['pending', 'record'] as const)('of the table’s %s surfaces too', async (call) => {
    const broken = new UndertoneError('file-unreadable', 'moved')
    const table = { ...fakeBatchTable(TEXTS), [call]: () => Promise.reject(broken) }
    await expect(runFake(table).done).rejects.toBe(broken)
  })
})
