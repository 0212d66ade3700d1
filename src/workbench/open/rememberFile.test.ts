import { expect, it, vi } from 'vitest'
import { createFileMemory, type FileMemory } from '../../table/fileMemory.ts'
import { mapNotebook } from '../../testing/fakeDevice.ts'
import { encodeText } from '../../testing/encodeText.ts'
import { reviewFile } from '../../testing/reviewFile.ts'
import { reviewTable } from '../../testing/reviewTable.ts'
import type { TableClient } from '../../table/client.ts'
import { createFileStore, type FileStore } from '../state/fileState.ts'
import { createRememberedFiles, type RememberedFiles } from './rememberFile.ts'

const FILES = [reviewFile('a.csv'), reviewFile('b.csv')]
const { signal } = new AbortController()

interface Given {
  table: TableClient
  memory: FileMemory
  file: FileStore
  remembered: RememberedFiles
  /** What the browser keeps. */
  kept: Map<string, string>
}

function services(): Given {
  const kept = new Map<string, string>()
  const table = reviewTable()
  const memory = createFileMemory(mapNotebook(kept))
  const file = createFileStore()
  return { table, memory, file, remembered: createRememberedFiles(table, memory, file), kept }
}

async function openAndSay(
  given: Given,
  said: { choices?: object[]; roles?: [string, 'title'][] },
): Promise<void> {
  const table = await given.table.open({ files: FILES })
  given.file.begin({
    status: 'open',
    table,
    sources: FILES,
    choices: said.choices ?? [{}, {}],
    pending: null,
    roleChanges: new Map(said.roles),
    dateFormats: new Map(),
    remembered: null,
    profile: null,
    fileProfile: null,
    estimateMs: null,
  })
  await given.remembered.remember()
}

it('takes an encoding only where the same other one is guessed', async () => {
  const given = services()
  await openAndSay(given, { choices: [{ encoding: 'windows-1251', header: null }, {}] })
  const same = await given.remembered.recall(FILES, signal)
  expect(same?.choices[0]).toEqual({ encoding: 'windows-1251', header: null })
  const others = await Promise.all(
    FILES.map(async (file) => new File([encodeText(await file.text(), 'utf-16le')], file.name)),
  )
  expect((await given.remembered.recall(others, signal))?.choices[0]).toEqual({ header: null })
})

it('takes a sheet only where there is one of that name', async () => {
  const given = services()
  await openAndSay(given, { choices: [{ sheet: 'May' }, {}] })
  expect((await given.remembered.recall(FILES, signal))?.choices[0]).toEqual({})
})

it('keeps no names of files in an archive', async () => {
  const given = services()
  await openAndSay(given, { choices: [{ members: ['secret.csv'] }, {}] })
  expect([...given.kept]).toEqual([])
})

it('forgets a shape about which nothing is said any more', async () => {
  const given = services()
  await openAndSay(given, { roles: [['Title', 'title']] })
  expect(given.memory.list().map(({ names }) => names)).toEqual([['Date', 'Stars', 'Version', 'Title']])
  await openAndSay(given, {})
  expect(given.memory.list()).toEqual([])
})

it('recalls nothing of files that cannot be looked at', async () => {
  const given = services()
  await openAndSay(given, { roles: [['Title', 'title']] })
  vi.spyOn(given.table, 'peek').mockRejectedValue(new Error('gone'))
  expect(await given.remembered.recall(FILES, signal)).toBeNull()
})

it('does not look at files when nothing is remembered', async () => {
  const given = services()
  const peek = vi.spyOn(given.table, 'peek')
  expect(await given.remembered.recall(FILES, signal)).toBeNull()
  expect(peek).not.toHaveBeenCalled()
})
