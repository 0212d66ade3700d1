import { render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, it } from 'vitest'
import type { DeployedModel } from '../../inference/package/deployment.ts'
import type { Stored, StoredModels as Storage } from '../../inference/package/storedModels.ts'
import { announcements } from '../../ui/announcer.ts'
import { mapNotebook } from '../../testing/fakeDevice.ts'
import { createFileMemory } from '../../table/fileMemory.ts'
import { StoredModels } from './StoredModels.tsx'

const FOLDER = 'https://undertone.example/models/undertone-9/'
const OLD = 'https://undertone.example/models/old/'
const DEPLOYED: DeployedModel[] = [{ folder: FOLDER, name: 'Undertone 9', meanings: {} }]
const BOTH: Stored = {
  models: [
    { folder: FOLDER, name: 'undertone-9', bytes: 10_900_000, storedAt: new Date(2026, 10, 16) },
    { folder: OLD, name: 'old', bytes: 300_000, storedAt: null },
  ],
  settings: { bytes: 400 },
}

/** A browser that keeps `stored`, and forgets what is removed. */
function fakeStorage(stored: Stored): Storage {
  let now = stored
  return {
    list: () => Promise.resolve(now),
    removeModel: (folder) => {
      now = { ...now, models: now.models.filter((model) => model.folder !== folder) }
      return Promise.resolve()
    },
    removeSettings: () => {
      now = { ...now, settings: null }
    },
  }
}

async function show(
  stored: Stored,
  inUse: string | null = FOLDER,
  memory = createFileMemory(mapNotebook(new Map())),
) {
  const storage = fakeStorage(stored)
  const view = render(
    <StoredModels stored={storage} memory={memory} deployed={DEPLOYED} inUse={inUse} changed="ready" />,
  )
  const region = await screen.findByRole('region', { name: 'Stored in this browser' })
  return { region, storage, memory, user: userEvent.setup(), view }
}

it('lists everything that is stored, with size, date and a total', async () => {
  const { region } = await show(BOTH)
  expect(
    within(region)
      .getAllByRole('listitem')
      .map((item) => item.textContent),
  ).toEqual([
    'Undertone 910.9 MB, stored on 16 November 2026, in useRemove',
    'old300 kBRemove',
    'Settings400 bytes, what you chose here and what was measuredRemove',
  ])
  within(region).getByText(/^11[.]2 MB in all[.]/)
})

it('removes one thing and keeps the others', async () => {
  const { region, user } = await show(BOTH)
  await user.click(within(region).getByRole('button', { name: 'Remove old' }))
  await within(region).findByText('old removed.')
  expect(within(region).queryByRole('button', { name: 'Remove old' })).toBeNull()
  within(region).getByRole('button', { name: 'Remove Undertone 9' })
  expect(announcements.getState().text).toBe('old removed.')
  // Focus must not fall back to the page behind the dialog.
  expect(document.activeElement).toBe(within(region).getByRole('heading'))
})

it('says that the model in use stays in use and is fetched anew the next time', async () => {
  const { region, user } = await show(BOTH)
  await user.click(within(region).getByRole('button', { name: 'Remove Undertone 9' }))
  await within(region).findByText(
    'Undertone 9 removed. It stays in use until you leave this page, and is fetched anew the next time.',
  )
})

it('says so when nothing is left', async () => {
  const { region, user } = await show({ models: [], settings: { bytes: 400 } })
  await user.click(within(region).getByRole('button', { name: 'Remove settings' }))
  await within(region).findByText('Nothing is stored.')
})

it('looks again when the model has changed', async () => {
  const { region, storage, memory, view } = await show(BOTH)
  await storage.removeModel(OLD)
  view.rerender(
    <StoredModels stored={storage} memory={memory} deployed={DEPLOYED} inUse={null} changed="fetching" />,
  )
  await waitFor(() => expect(within(region).queryByRole('button', { name: 'Remove old' })).toBeNull())
})

it('lists how files are read by the names of their columns, and forgets it', async () => {
  const memory = createFileMemory(mapNotebook(new Map()))
  const said = { choices: {}, guessedEncoding: null, roles: [], dateFormats: [] }
  memory.keep('a', { ...said, names: ['Date', 'Review'] })
  const { region, user } = await show({ models: [], settings: null }, null, memory)
  within(region).getByText('How files with Date, Review are read')
  await user.click(
    within(region).getByRole('button', { name: 'Remove how files with Date, Review are read' }),
  )
  await within(region).findByText('Nothing is stored.')
  expect(memory.list()).toEqual([])
})
