import { act, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { ALL_ROWS } from '../../domain/query.ts'
import { UndertoneError } from '../../domain/errors.ts'
import { reviewFile } from '../../testing/reviewFile.ts'
import { READY } from '../../testing/fakeModel.ts'
import { classifiedBatch, endBatch, openBatch, showBatch, type ShownBatch } from '../../testing/showBatch.tsx'

afterEach(endBatch)

const details = { ...READY.details, id: 'other', name: 'Other' }

/** As `choose` does it: the first model goes, the second becomes ready. */
function choose({ model }: ShownBatch, next = details): void {
  act(() => model.state.setState({ status: 'fetching', loaded: 0, total: 0 }, true))
  act(() => model.state.setState({ ...READY, details: next }, true))
}

const LOST = { code: 'worker-crashed', message: 'no worker starts' } as const

const classify = () => screen.getByRole('button', { name: 'Classify' })
const note = () => screen.queryByText(/^These answers are from fake[.] Other is in use now/)
const asked = () => screen.queryByRole('dialog', { name: 'Classify again with another model?' })

/** A run whose first texts are at a model that holds them back. */
async function runningBatch(): Promise<ShownBatch> {
  const batch = await openBatch()
  batch.model.hold()
  await batch.user.click(classify())
  await waitFor(() => expect(batch.model.chunks.length).toBeGreaterThan(1))
  return batch
}

function save({ workbench }: ShownBatch): void {
  act(() => workbench.run.setState({ saved: true }))
}

it('leaves the answers of the first model in view, and says whose they are', async () => {
  const batch = await classifiedBatch()
  expect(note()).toBeNull()
  choose(batch)
  expect(note()).not.toBeNull()
  screen.getByRole('table', { name: 'Results' })
  choose(batch, READY.details)
  expect(note()).toBeNull()
})

it('reads all rows again with the other model, and mixes no answers', async () => {
  const batch = await classifiedBatch()
  const before = batch.model.chunks.length
  save(batch)
  choose(batch)
  expect(classify().getAttribute('aria-disabled')).toBeNull()
  await batch.user.click(classify())
  await waitFor(() => expect(batch.workbench.run.getState().answeredBy?.id).toBe('other'))
  await screen.findByText(/^Done in/)
  expect(note()).toBeNull()
  const { classified } = await batch.table.summary({ query: ALL_ROWS })
  expect(batch.model.chunks.slice(before).flat()).toHaveLength(classified)
})

it('asks before it forgets answers that no download holds', async () => {
  const batch = await classifiedBatch()
  choose(batch)
  const read = batch.model.chunks.length
  await batch.user.click(classify())
  await waitFor(() => expect(asked()).not.toBeNull())
  screen.getByText(/classified by fake and not downloaded yet/)
  await batch.user.click(screen.getByRole('button', { name: 'Keep these answers' }))
  await waitFor(() => expect(asked()).toBeNull())
  expect(batch.model.chunks).toHaveLength(read)
  expect(note()).not.toBeNull()
  await screen.findByText(/^Done in/)

  await batch.user.click(classify())
  await batch.user.click(await screen.findByRole('button', { name: 'Forget them and classify' }))
  await waitFor(() => expect(batch.workbench.run.getState().answeredBy?.id).toBe('other'))
  await screen.findByText(/^Done in/)
  expect(batch.model.chunks.length).toBeGreaterThan(read)
})

it('goes on with a model that failed and was loaded again', async () => {
  const batch = await runningBatch()
  act(() => batch.model.state.setState({ status: 'failed', problem: LOST }, true))
  choose(batch, READY.details)
  batch.model.release()
  await screen.findByText(/^Done in/)
})

it('stops when another model comes in the place of one that failed', async () => {
  const batch = await runningBatch()
  act(() => batch.model.state.setState({ status: 'failed', problem: LOST }, true))
  choose(batch)
  await screen.findByText(/^Stopped[.]$/)
  batch.model.release()
  await waitFor(() => expect(batch.workbench.run.getState().run.status).toBe('stopped'))
})

it('stops a run whose model is exchanged, and does not say that it would go on', async () => {
  const batch = await runningBatch()
  const inFlight = batch.model.chunks.length
  choose(batch)
  await screen.findByText(/^Stopped[.]$/)
  batch.model.release()
  await waitFor(() => expect(batch.workbench.run.getState().run.status).toBe('stopped'))
  expect(batch.model.chunks).toHaveLength(inFlight)
  expect((await batch.table.summary({ query: ALL_ROWS })).classified).toBe(0)
})

it('measures again how long the file takes with another model', async () => {
  const batch = await openBatch()
  const read = batch.model.chunks.length
  choose(batch)
  await waitFor(() => expect(batch.model.chunks.length).toBeGreaterThan(read))
  await screen.findByText(/on this device, measured/)
})

it('measures how long the file takes once a model is ready after a failure', async () => {
  const batch = showBatch()
  batch.model.failWith(new UndertoneError('worker-crashed', LOST.message))
  act(() => batch.model.state.setState({ status: 'failed', problem: LOST }, true))
  batch.drop([reviewFile()])
  await screen.findByText('3 rows with text. How long that takes is measured once a model is ready.')
  batch.model.failWith(null)
  choose(batch, READY.details)
  await screen.findByText(/on this device, measured/)
})
