import { UndertoneError } from '../../domain/errors.ts'
import { decided, type Guess, type ReadChoices } from '../../domain/reading.ts'
import { membersOf, type Member } from '../archive/members.ts'
import { openMember, type OpenOptions } from './openMember.ts'
import type { ReadableFile } from './readableFile.ts'

/** What a file gives to read: itself, or files that lie in it. */
export interface OpenedFiles {
  files: ReadableFile[]
  /** Null: the file is no archive. */
  members: Guess<readonly string[]> | null
}

/**
 * How a file is to be read, or those of an archive: the ones chosen, else the largest and all that have its columns. Fails
 * with `not-a-table`, `no-rows`, `too-large`, `reader-missing`, or as the browser fails when it cannot read the file; rejects
 * with the signal's reason.
 */
export async function openFiles(
  file: File,
  choices: ReadChoices,
  options: OpenOptions,
): Promise<OpenedFiles> {
  const { members: all, archive } = await membersOf(file)
  const open = async (member: Member, partial: boolean): Promise<ReadableFile> => {
    const seen = options.seen.of(file, member.name)
    const opened = await openMember(member, choices, seen, { ...options, partial })
    return { ...opened, name: archive ? `${file.name}: ${member.name}` : file.name }
  }
  const openAll = async (chosen: readonly Member[]): Promise<ReadableFile[]> => {
    const files: ReadableFile[] = []
    for (const member of chosen) files.push(await open(member, options.partial))
    return files
  }
  if (!archive) return { files: await openAll(all), members: null }

  const alternatives = all.map(({ name }) => ({ value: [name], words: name }))
  const guess = choices.members ? [] : await likeLargest(all, (member) => open(member, true))
  const members = decided<readonly string[]>(
    choices.members,
    () => ({ value: guess.map(({ name }) => name), reason: reasonFor(guess, all) }),
    alternatives,
  )
  const chosen = all.filter(({ name }) => members.value.includes(name))
  if (chosen.length === 0) throw new UndertoneError('no-rows', `no file of ${file.name} was chosen`)
  return { files: await openAll(chosen), members }
}

/** The largest one that can be read, and those with the same columns. Fails when none can be read. */
async function likeLargest(
  all: readonly Member[],
  open: (member: Member) => Promise<ReadableFile>,
): Promise<Member[]> {
  const readable: { member: Member; columns: string }[] = []
  let problem: unknown = null
  for (const member of all) {
    try {
      readable.push({ member, columns: JSON.stringify((await columnsOf(await open(member))).toSorted()) })
    } catch (thrown) {
      if (!(thrown instanceof UndertoneError)) throw thrown
      problem = thrown
    }
  }
  const [first, ...others] = readable
  if (!first) throw problem
  const largest = others.reduce((most, each) => (each.member.bytes > most.member.bytes ? each : most), first)
  return readable.filter(({ columns }) => columns === largest.columns).map(({ member }) => member)
}

/** The names at the start of a file. */
async function columnsOf(file: ReadableFile): Promise<readonly string[]> {
  const reader = file.reader()
  for await (const { records } of reader.batches()) {
    const [first] = records
    if (!file.layout.dialect || !first) break
    return file.layout.header ? first.cells.map((cell) => cell.trim()) : [String(first.cells.length)]
  }
  return reader.names
}

function reasonFor(guess: readonly Member[], all: readonly Member[]): string {
  if (all.length === 1) return 'It is the only file in the archive that can be read.'
  if (guess.length === all.length) return `All ${all.length} files of the archive have the same columns.`
  return guess.length === 1
    ? `It is the largest of ${all.length} files, and no other has its columns.`
    : `${guess.length} of ${all.length} files have the columns of the largest one.`
}
