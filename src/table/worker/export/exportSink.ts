import { toProblem, UndertoneError } from '../../../domain/errors.ts'

/** Where an export goes. Awaiting `write` is the back-pressure. */
export interface ExportSink {
  /** Fails with `disk-full` or `not-writable`. */
  write(bytes: Uint8Array<ArrayBuffer>): Promise<void>
  /** After it everything is where it belongs; null where that is a file on the disk. Fails as `write` does. */
  finish(): Promise<Blob | null>
  /** Leaves nothing of what was written. Never rejects. */
  discard(): Promise<void>
}

interface WritableStreamOfFile {
  write(bytes: Uint8Array<ArrayBuffer>): Promise<void>
  close(): Promise<void>
  abort(): Promise<void>
}

/** What an export asks of a `FileSystemFileHandle`. */
export interface WritableFile {
  createWritable(): Promise<WritableStreamOfFile>
  getFile(): Promise<{ size: number }>
  /** Not every browser that writes files can remove them. */
  remove?(): Promise<void>
}

/** Part by part: the browser keeps large blobs on the disk, so memory does not grow with the file. */
export function blobSink(type: string): ExportSink {
  const parts: Blob[] = []
  return {
    write(bytes) {
      parts.push(new Blob([bytes]))
      return Promise.resolve()
    },
    finish: () => Promise.resolve(new Blob(parts, { type })),
    discard() {
      parts.length = 0
      return Promise.resolve()
    },
  }
}

/** The place a person chose. Its file changes only when everything is written. */
export function fileSink(file: WritableFile): ExportSink {
  let stream: WritableStreamOfFile | null = null
  const open = async (): Promise<WritableStreamOfFile> => (stream ??= await file.createWritable())
  return {
    write: (bytes) => writing(async () => (await open()).write(bytes)),
    async finish() {
      await writing(async () => (await open()).close())
      return null
    },
    async discard() {
      // A stream that failed has let go of what it held already.
      await stream?.abort().catch(() => undefined)
      await removeEmpty(file).catch(() => undefined)
    },
  }
}

/** Choosing a place to save makes an empty file there, which is nothing a person wants. */
async function removeEmpty(file: WritableFile): Promise<void> {
  if ((await file.getFile()).size === 0) await file.remove?.()
}

async function writing<T>(step: () => Promise<T>): Promise<T> {
  try {
    return await step()
  } catch (error) {
    const { code, message } = toProblem(error)
    const isFull = error instanceof DOMException && error.name === 'QuotaExceededError'
    if (code === 'out-of-memory') throw error
    throw new UndertoneError(isFull ? 'disk-full' : 'not-writable', message, { cause: error })
  }
}
