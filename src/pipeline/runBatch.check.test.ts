import { describe, expect, it } from 'vitest'
import { toProblem, UndertoneError } from '../domain/errors.ts'
import { expectAllAnswered, runFake } from '../testing/batchRun.ts'
import { fakeBatchTable } from '../testing/fakeBatchTable.ts'
import { fakeLogits } from '../testing/fakeEngine.ts'
import { createUnchecked } from './unchecked.ts'

const ROWS = 1000
const TEXTS = Array.from({ length: ROWS }, (_, row) => `text ${row}`)

describe('a check of the engine', () => {
  const MANY = Array.from({ length: 12_000 }, (_, row) => `text ${row}`)
  const BIG = () => ({ texts: 100, calls: 4 })

  it('comes every 5,000 answers and at the end, when no call is out', async () => {
    const table = fakeBatchTable(MANY)
    const at: number[] = []
    const { classifier, takenBack, done } = runFake(
      table,
      {},
      {
        appetite: BIG,
        recheck: () => {
          expect(classifier.waiting).toBe(0)
          at.push(table.answers.size)
          return Promise.resolve(true)
        },
      },
    )
    await done
    expect(at).toHaveLength(3)
    expect(at.at(-1)).toBe(12_000)
    for (const [index, answers] of at.slice(0, 2).entries()) {
      expect(answers - (index + 1) * 5000).toBeGreaterThanOrEqual(0)
      expect(answers - (index + 1) * 5000).toBeLessThan(1000)
    }
    expect(takenBack).toEqual([])
  })

  it('does not come when there is nothing to check', async () => {
    let checks = 0
    await runFake(
      fakeBatchTable([null]),
      {},
      {
        recheck: () => {
          checks += 1
          return Promise.resolve(false)
        },
      },
    ).done
    expect(checks).toBe(0)
  })

  it('that fails has the answers since the last good one done again', async () => {
    const table = fakeBatchTable(MANY)
    let checks = 0
    let broken = false
    const wrong = { logits: Float32Array.of(9, 9, 9), pieces: Uint32Array.of(1) }
    let confirmedWrong = 0
    const { confirm } = table
    table.confirm = (rows) => {
      for (const row of rows.rows) if (table.answers.get(row) === wrong) confirmedWrong++
      return confirm(rows)
    }
    const { progress, takenBack, done } = runFake(
      table,
      { answer: (text) => (broken ? wrong : fakeLogits(text)) },
      {
        appetite: BIG,
        recheck: () => {
          checks += 1
          // Sound for the first stretch, wrong for the second, replaced for the rest.
          broken = checks === 1
          return Promise.resolve(checks !== 2)
        },
      },
    )
    await done
    expectAllAnswered(table, MANY)
    // The table refuses to take back what was confirmed; wrong answers never were.
    expect(table.confirmed.size).toBe(MANY.length)
    expect(confirmedWrong).toBe(0)
    expect(takenBack).toHaveLength(1)
    expect(takenBack[0]).toBeGreaterThanOrEqual(5000)
    expect(takenBack[0]).toBeLessThan(6000)
    expect([...table.handedOut.values()].filter((times) => times === 2)).toHaveLength(takenBack[0] ?? 0)
    expect(progress.at(-1)).toEqual({ done: 12_000, total: 12_000 })
  })

  it('has rows that were set aside read again, too', async () => {
    const table = fakeBatchTable(TEXTS)
    let sound = false
    await runFake(
      table,
      {
        onCall: (texts) => {
          if (!sound && texts.includes('text 7')) throw new UndertoneError('worker-crashed', 'killed')
        },
      },
      {
        recheck: () => {
          const was = sound
          sound = true
          return Promise.resolve(was)
        },
      },
    ).done
    expect(table.unreadable).toEqual(new Set())
    expectAllAnswered(table, TEXTS)
  })

  it('that fails three times in a row ends the run, and leaves nothing unchecked', async () => {
    const table = fakeBatchTable(TEXTS)
    const { takenBack, done } = runFake(table, {}, { recheck: () => Promise.resolve(false) })
    expect(await done.catch(toProblem)).toMatchObject({ code: 'model-disagrees' })
    expect(takenBack).toEqual([ROWS, ROWS, ROWS])
    expect(table.answers.size).toBe(0)
  })

  it('that cannot be made ends the run and is made by the next one', async () => {
    const table = fakeBatchTable(TEXTS)
    const unchecked = createUnchecked()
    const gone = new UndertoneError('worker-crashed', 'no worker left')
    await expect(runFake(table, {}, { unchecked, recheck: () => Promise.reject(gone) }).done).rejects.toBe(
      gone,
    )
    expect(unchecked.size).toBe(ROWS)
    const answers = [false, true]
    const { takenBack, done } = runFake(
      table,
      {},
      { unchecked, recheck: () => Promise.resolve(answers.shift() ?? true) },
    )
    await done
    expect(takenBack).toEqual([ROWS])
    expectAllAnswered(table, TEXTS)
  })

  it('covers what a stopped run left, though it is more than 5,000 answers', async () => {
    const table = fakeBatchTable(MANY)
    const unchecked = createUnchecked()
    const gone = new UndertoneError('worker-crashed', 'no worker left')
    await runFake(table, {}, { unchecked, appetite: BIG, recheck: () => Promise.reject(gone) }).done.catch(
      () => undefined,
    )
    expect(unchecked.size).toBeGreaterThanOrEqual(5000)
    await runFake(table, {}, { unchecked, appetite: BIG }).done
    expect(unchecked.size).toBe(0)
    expectAllAnswered(table, MANY)
  })
})
