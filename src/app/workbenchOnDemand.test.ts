import { expect, it, vi } from 'vitest'
import { createFileMemory } from '../table/fileMemory.ts'
import { fakeBatchModel } from '../testing/fakeBatchModel.ts'
import { mapNotebook } from '../testing/fakeDevice.ts'
import { reviewFile } from '../testing/reviewFile.ts'
import { reviewTable } from '../testing/reviewTable.ts'
import { createWorkbench, type Workbench } from '../workbench/workbench.ts'
import { workbenchOnDemand } from './workbenchOnDemand.ts'

/** A page whose workbench is fetched as `fetching` says, call by call, and from then on at once. */
function page(...fetching: Promise<void>[]) {
  const table = reviewTable()
  const workbench = createWorkbench({
    table,
    model: fakeBatchModel(),
    memory: createFileMemory(mapNotebook(new Map())),
  })
  const make = vi.fn(async (): Promise<Workbench> => {
    await fetching.shift()
    return workbench
  })
  const open = vi.spyOn(table, 'open')
  const names = (): string[][] => open.mock.calls.map(([{ files }]) => files.map(({ name }) => name))
  return { onDemand: workbenchOnDemand(make), workbench, make, names }
}

const isOpen = ({ file }: Workbench): Promise<void> =>
  vi.waitFor(() => expect(file.getState().file.status).toBe('open'), { timeout: 10_000 })

const offline = (): Promise<never> => Promise.reject(new TypeError('Failed to fetch'))

it('is fetched when somebody needs it, and is the same for everyone', async () => {
  const { onDemand, workbench, make } = page()
  expect(make).not.toHaveBeenCalled()
  expect(await Promise.all([onDemand.load(), onDemand.load()])).toEqual([workbench, workbench])
  expect(make).toHaveBeenCalledOnce()
})

it('opens files that were offered before it is there, once', async () => {
  let arrive = (): void => undefined
  const { onDemand, workbench, names } = page(new Promise((resolve) => (arrive = resolve)))
  onDemand.offerFiles([reviewFile('march.csv')])
  const loaded = onDemand.load()
  expect(names()).toEqual([])
  arrive()
  await loaded
  await onDemand.load()
  await isOpen(workbench)
  expect(names()).toEqual([['march.csv']])
})

it('opens the newest of several that were offered before', async () => {
  const { onDemand, workbench, names } = page()
  onDemand.offerFiles([reviewFile('march.csv')])
  onDemand.offerFiles([reviewFile('april.csv'), reviewFile('may.csv')])
  await isOpen(workbench)
  expect(names()).toEqual([['april.csv', 'may.csv']])
})

it('keeps files through a failure, until it can be fetched', async () => {
  const { onDemand, workbench, make, names } = page(offline(), offline())
  onDemand.offerFiles([reviewFile('march.csv')])
  await expect(onDemand.load()).rejects.toThrow('Failed to fetch')
  await expect(onDemand.load()).rejects.toThrow('Failed to fetch')
  expect(names()).toEqual([])
  await onDemand.load()
  await isOpen(workbench)
  expect(names()).toEqual([['march.csv']])
  expect(make).toHaveBeenCalledTimes(3)
})

it('opens files at once when it is there', async () => {
  const { onDemand, workbench, names } = page()
  await onDemand.load()
  onDemand.offerFiles([reviewFile('march.csv')])
  await isOpen(workbench)
  expect(names()).toEqual([['march.csv']])
})
