import { expect, it, onTestFinished, vi } from 'vitest'
import { createFileMemory } from '../table/fileMemory.ts'
import { fakeBatchModel } from '../testing/fakeBatchModel.ts'
import { mapNotebook } from '../testing/fakeDevice.ts'
import { reviewFile, reviewRows } from '../testing/reviewFile.ts'
import { reviewTable } from '../testing/reviewTable.ts'
import type { WorkbenchEvent } from './state/events.ts'
import { WHOLE_LIST } from './state/listQuery.ts'
import { createWorkbench, type Workbench } from './workbench.ts'

/** A workbench with everything of its own, and what happened at it. */
function bench(): Workbench & { heard: WorkbenchEvent['kind'][] } {
  const workbench = createWorkbench({
    table: reviewTable(),
    model: fakeBatchModel(),
    memory: createFileMemory(mapNotebook(new Map())),
  })
  const heard: WorkbenchEvent['kind'][] = []
  workbench.listen(({ kind }) => heard.push(kind))
  onTestFinished(workbench.batchRun.stop)
  return { ...workbench, heard }
}

/** What a person sees of it. */
function seen({ file, run, results }: Workbench) {
  const content = file.getState().file
  const { summary, slice, query } = results.getState()
  return {
    names: content.status === 'open' ? content.table.files.map(({ name }) => name) : content.status,
    run: run.getState().run.status,
    classified: summary?.classified,
    texts: slice?.rows.map(({ text }) => text),
    query,
  }
}

const estimated = ({ file }: Workbench): Promise<void> =>
  vi.waitFor(
    () => {
      const content = file.getState().file
      expect(content.status === 'open' && content.estimateMs !== null).toBe(true)
    },
    { timeout: 10_000 },
  )

it('shares nothing with another one beside it', async () => {
  const [first, second] = [bench(), bench()]
  const untouched = seen(second)
  await first.opener.offerFiles([reviewFile('march.csv', reviewRows(2))])
  await estimated(first)
  expect(seen(second)).toEqual(untouched)
  expect(second.heard).toEqual([])

  await second.opener.offerFiles([reviewFile('april.csv', reviewRows(3).slice(2))])
  await estimated(second)
  expect(seen(first)).toEqual({
    names: ['march.csv'],
    run: 'idle',
    classified: 0,
    texts: ['good plans', 'bad update'],
    query: WHOLE_LIST,
  })
  const april = { names: ['april.csv'], run: 'idle', classified: 0, texts: ['so so'], query: WHOLE_LIST }
  expect(seen(second)).toEqual(april)

  await first.batchRun.start()
  await first.questions.changeQuery({ filter: 'negative' })
  expect(seen(first)).toMatchObject({ run: 'done', classified: 2, texts: ['bad update'] })
  first.report(new Error('a problem of the first'))
  expect(first.file.getState().problem).not.toBeNull()
  await second.questions.refresh()
  expect(seen(second)).toEqual(april)
  expect(second.file.getState().problem).toBeNull()
  expect(second.run.getState()).toMatchObject({ answeredBy: null, saved: true })
  expect(second.heard).toEqual(['opened'])
  expect(first.heard).toEqual(expect.arrayContaining(['opened', 'run-started', 'run-done', 'listed']))
})
