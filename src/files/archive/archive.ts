import {
  BlobReader,
  configure,
  ERR_ENCRYPTED,
  ZipReader,
  type FileEntry,
} from '@zip.js/zip.js/lib/zip-core-native.js'
import { UndertoneError } from '../../domain/errors.ts'

/** A file in an archive. */
export interface ArchiveFile {
  name: string
  /** As the archive claims, in bytes. */
  bytes: number
  /** A new stream each time. Rejects while it is read when the data is damaged. */
  stream: () => ReadableStream<Uint8Array<ArrayBuffer>>
}

// This is a worker already, and a strict policy lets it start no others from a blob of a library.
configure({ useWebWorkers: false })

/** The files of a ZIP archive, without folders and without what systems leave behind. Fails with `not-a-table`. */
export async function archiveFiles(archive: Blob, name: string): Promise<ArchiveFile[]> {
  try {
    const entries = await new ZipReader(new BlobReader(archive)).getEntries()
    return entries.flatMap((entry) => {
      if (entry.directory || isLeftOver(entry.filename)) return []
      return [{ name: entry.filename, bytes: entry.uncompressedSize, stream: () => contents(entry) }]
    })
  } catch (thrown) {
    if (thrown instanceof DOMException) throw thrown
    throw new UndertoneError('not-a-table', `${name} is a damaged ZIP archive`, { cause: thrown })
  }
}

/** Folders and resource forks of macOS, hidden files, thumbnails. */
function isLeftOver(path: string): boolean {
  return /(?:^|\/)(?:__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)/i.test(path)
}

function contents(entry: FileEntry): ReadableStream<Uint8Array<ArrayBuffer>> {
  const { readable, writable } = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>()
  // A failure, or an end before the end, reaches whoever reads.
  entry.getData(writable).catch((thrown: unknown) => {
    const isEncrypted = thrown instanceof Error && thrown.message === ERR_ENCRYPTED
    const reason = isEncrypted ? new UndertoneError('not-a-table', `${entry.filename} is encrypted`) : thrown
    void writable.abort(reason).catch(() => undefined)
  })
  return readable
}
