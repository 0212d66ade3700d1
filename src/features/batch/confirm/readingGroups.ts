import type { FileReading, Guess } from '../../../domain/reading.ts'
import type { Peek } from '../../../table/protocol.ts'

type SeenFile = Peek['files'][number]

/** Files that are read alike: a setting is theirs together. */
export interface ReadingGroup {
  names: string[]
  /** Indexes of the files that were given. */
  sources: number[]
  reading: FileReading
  undecodable: number
}

/** Files by how they are read, in their order. Those of one archive have the choices of the archive. */
export function readingGroups(files: readonly SeenFile[]): ReadingGroup[] {
  const groups = new Map<string, ReadingGroup>()
  for (const { name, source, reading, undecodable } of files) {
    const key = keyOf(reading)
    const group = groups.get(key) ?? { names: [], sources: [], reading, undecodable: 0 }
    group.names.push(name)
    if (!group.sources.includes(source)) group.sources.push(source)
    group.undecodable += undecodable
    groups.set(key, group)
  }
  return [...groups.values()]
}

/** What is the same for files that are read alike, chosen or not. */
function keyOf({ format, encoding, delimiter, quote, escape, header, sheet }: FileReading): string {
  const value = (guess: Guess<unknown> | null): unknown => guess && [guess.value]
  return JSON.stringify([format, encoding, delimiter, quote, escape, header, sheet].map(value))
}
