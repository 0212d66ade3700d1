import { placedFile, type PlacedFile } from '../inference/package/localFolder.ts'

/** More files than this are no model, but somebody's whole disk. */
const MOST_FILES = 2000

/**
 * Starts to read what was dropped, folders with everything in them. Must be called while the drop is handled: a moment
 * later the browser has forgotten it. Rejects with `RangeError` for far too many files.
 */
export function droppedFiles({ items, files }: DataTransfer): Promise<PlacedFile[]> {
  const entries = Array.from(items, (item) => item.webkitGetAsEntry()).filter((entry) => entry !== null)
  const loose = Array.from(files, placedFile)
  return entries.some(({ isDirectory }) => isDirectory) ? readEntries(entries) : Promise.resolve(loose)
}

async function readEntries(entries: readonly FileSystemEntry[]): Promise<PlacedFile[]> {
  const placed: PlacedFile[] = []
  const waiting = [...entries]
  for (let entry = waiting.shift(); entry !== undefined; entry = waiting.shift()) {
    // The notes that systems keep in folders.
    if (entry.name.startsWith('.')) continue
    if (isFile(entry)) placed.push({ path: entry.fullPath.slice(1), file: await fileOf(entry) })
    else if (isFolder(entry)) waiting.push(...(await childrenOf(entry)))
    if (placed.length + waiting.length > MOST_FILES) {
      throw new RangeError(`There are more than ${MOST_FILES} files. Drop the folder of one model.`)
    }
  }
  return placed
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject))
}

/** The browser hands them out in portions, and an empty one at the end. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    )
    if (some.length === 0) return all
    all.push(...some)
    if (all.length > MOST_FILES) return all
  }
}
