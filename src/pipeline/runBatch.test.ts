import { describe, expect, it } from 'vitest'
import { toProblem, UndertoneError } from '../domain/errors.ts'
import { nextMacrotask } from '../lib/macrotask.ts'
import { fakeClassifier, type FakeClassifierOptions } from '../testing/fakeClassifier.ts'
import { fakeLogits } from '../testing/fakeEngine.ts'
import { fakeBatchTable, type FakeBatchTable } from '../testing/fakeBatchTable.ts'
import { runBatch, type BatchOptions, type BatchProgress } from './runBatch.ts'

const ROWS = 1000
const TEXTS = Array.from({ length: ROWS }, (_, row) => `text ${row}`)
/** Rows of a chunk; the cases below stand at its edges. */
const CHUNK = 32

/** Runs the table through a fake model; gives what it did. */
function run(table: FakeBatchTable, options: FakeClassifierOptions = {}, more: Partial<BatchOptions> = {}) {
  const classifier = fakeClassifier(options)
  const progress: BatchProgress[] = []
  const done = runBatch({
    table,
    classifier,
    workers: 2,
    signal: new AbortController().signal,
    onProgress: (step) => progress.push(step),
    ...more,
  })
  return { classifier, progress, done }
}

/** What the model answers when a text in `poison` takes its workers down. */
function killedBy(...poison: string[]): FakeClassifierOptions {
  return {
    onCall: (texts) => {
      if (texts.some((text) => poison.includes(text))) throw new UndertoneError('worker-crashed', 'killed')
    },
  }
}

function expectAllAnswered(table: FakeBatchTable, texts: readonly (string | null)[]): void {
  const rows = texts.map((_, row) => row).filter((row) => texts[row] !== null && !table.unreadable.has(row))
  expect([...table.answers.keys()].toSorted((a, b) => a - b)).toEqual(rows)
  for (const row of rows) expect(table.answers.get(row)).toEqual(fakeLogits(texts[row] ?? ''))
}

describe('a run', () => {
  it('answers every row with its own answer, once', async () => {
    const table = fakeBatchTable(TEXTS)
    await run(table).done
    expectAllAnswered(table, TEXTS)
    expect(new Set(table.handedOut.values())).toEqual(new Set([1]))
  })

  it('leaves rows without text alone', async () => {
    const texts = TEXTS.map((text, row) => (row % 3 === 0 ? null : text))
    const table = fakeBatchTable(texts)
    await run(table).done
    expectAllAnswered(table, texts)
  })

  it.each([0, 1, CHUNK - 1, CHUNK, CHUNK + 1])('takes a file of %i rows', async (rows) => {
    const texts = TEXTS.slice(0, rows)
    const table = fakeBatchTable(texts)
    await run(table).done
    expectAllAnswered(table, texts)
  })

  it('gives rows their own answers when chunks are answered in another order', async () => {
    const table = fakeBatchTable(TEXTS)
    let calls = 0
    await run(table, {
      onCall: async () => {
        calls += 1
        for (let turn = calls % 4; turn > 0; turn -= 1) await nextMacrotask()
      },
    }).done
    expectAllAnswered(table, TEXTS)
  })

  it('tells progress that rises to the total', async () => {
    const { progress, done } = run(fakeBatchTable(TEXTS))
    await done
    const steps = progress.map((step) => step.done)
    expect(steps).toEqual(steps.toSorted((a, b) => a - b))
    expect(progress.at(-1)).toEqual({ done: ROWS, total: ROWS })
  })

  it.each([
    { workers: 0, chunks: 2 },
    { workers: 1, chunks: 2 },
    { workers: 3, chunks: 6 },
  ])('with $workers workers has $chunks chunks on the way, never more', async ({ workers, chunks }) => {
    const { classifier, done } = run(fakeBatchTable(TEXTS), {}, { workers })
    await done
    expect(classifier.mostWaiting).toBe(chunks)
  })

  it('hands out chunks of equal size, in file order', async () => {
    const { classifier, done } = run(fakeBatchTable(TEXTS))
    await done
    expect(classifier.calls.flat()).toEqual(TEXTS)
    expect(new Set(classifier.calls.slice(0, -1).map(({ length }) => length))).toEqual(new Set([CHUNK]))
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
    expect(await run(table, options, { signal }).done.catch(toProblem)).toMatchObject({ code: 'aborted' })
    expect(table.answers.size).toBeGreaterThan(0)
    expect(table.answers.size).toBeLessThan(ROWS)
  })

  it('lets a second run continue there', async () => {
    const table = fakeBatchTable(TEXTS)
    const { signal, ...options } = stoppedAfter(7)
    await run(table, options, { signal }).done.catch(() => undefined)
    const answered = [...table.answers.keys()]
    const second = run(table)
    await second.done
    expectAllAnswered(table, TEXTS)
    expect(second.classifier.calls.flat()).not.toContain(TEXTS[answered[0]!])
    expect(second.classifier.calls.flat()).toHaveLength(ROWS - answered.length)
  })

  it('does not wait for a model that reads', async () => {
    const controller = new AbortController()
    const never = new Promise<void>(() => undefined)
    const { done } = run(fakeBatchTable(TEXTS), { onCall: () => never }, { signal: controller.signal })
    await nextMacrotask()
    controller.abort()
    expect(await done.catch(toProblem)).toMatchObject({ code: 'aborted' })
  })

  it('before the start asks nothing of the model', async () => {
    const { classifier, done } = run(fakeBatchTable(TEXTS), {}, { signal: AbortSignal.abort() })
    expect(await done.catch(toProblem)).toMatchObject({ code: 'aborted' })
    expect(classifier.calls).toEqual([])
  })
})

describe('a text that kills every worker', () => {
  it('is set aside, and its neighbours are answered', async () => {
    const table = fakeBatchTable(TEXTS)
    await run(table, killedBy('text 100')).done
    expect(table.unreadable).toEqual(new Set([100]))
    expectAllAnswered(table, TEXTS)
  })

  it.each([0, CHUNK - 1, CHUNK, ROWS - 1])('is found at row %i', async (row) => {
    const table = fakeBatchTable(TEXTS)
    await run(table, killedBy(`text ${row}`)).done
    expect(table.unreadable).toEqual(new Set([row]))
    expectAllAnswered(table, TEXTS)
  })

  it('counts as done', async () => {
    const { progress, done } = run(fakeBatchTable(TEXTS), killedBy('text 999'))
    await done
    expect(progress.at(-1)).toEqual({ done: ROWS, total: ROWS })
  })

  it('is found by halving: not every neighbour is tried alone', async () => {
    const { classifier, done } = run(fakeBatchTable(TEXTS.slice(0, CHUNK)), killedBy('text 20'))
    await done
    expect(classifier.calls.length).toBeLessThan(2 * Math.log2(CHUNK) + 2)
  })

  it('does not stop the run when there are several with others between', async () => {
    const poison = [3, 200, 400, 600, 800, 990]
    const table = fakeBatchTable(TEXTS)
    await run(table, killedBy(...poison.map((row) => `text ${row}`)), { workers: 1 }).done
    expect(table.unreadable).toEqual(new Set(poison))
    expectAllAnswered(table, TEXTS)
  })

  it('is not the texts’ fault when three in a row do: the run stops', async () => {
    const table = fakeBatchTable(TEXTS)
    const problem = await run(table, {
      onCall: () => {
        throw new UndertoneError('worker-crashed', 'always')
      },
    }).done.catch(toProblem)
    expect(problem).toEqual({ code: 'worker-crashed', message: 'always' })
    expect(table.unreadable.size).toBe(2)
  })
})

describe('another failure', () => {
  const full = new UndertoneError('out-of-memory', 'no more')

  it('stops all lanes and is what the caller hears', async () => {
    const table = fakeBatchTable(TEXTS)
    const { classifier, done } = run(table, {
      onCall: (texts) => {
        if (texts.includes('text 300')) throw full
      },
    })
    await expect(done).rejects.toBe(full)
    const calls = classifier.calls.length
    for (let turn = 0; turn < 10; turn += 1) await nextMacrotask()
    expect(classifier.calls).toHaveLength(calls)
  })

  it('does not wait for lanes whose model never answers', async () => {
    let calls = 0
    const { classifier, done } = run(fakeBatchTable(TEXTS), {
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

  it('of a lane that was slow to fail does not hide the first', async () => {
    let calls = 0
    const { done } = run(fakeBatchTable(TEXTS), {
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
    await run(table, {
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
    await expect(run(table).done).rejects.toBe(broken)
  })
})
