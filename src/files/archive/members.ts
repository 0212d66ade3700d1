import { UndertoneError } from '../../domain/errors.ts'
import { formatEnding } from '../../domain/fileFormats.ts'
import type { ArchiveFile } from './archive.ts'
import { gunzip } from './gunzip.ts'
import { lazily } from '../lazily.ts'
import { unpackedBlob, unpackedHead, type Unpacked } from './unpackedBlob.ts'

/** What is looked at to tell encoding, line breaks, delimiter and column names, in bytes. */
export const HEAD = 2 ** 18

/** A file that may lie in another one. */
export interface Member {
  /** Of the member alone: the archive's files have names of their own. */
  name: string
  /** As the archive claims where it lies in one. */
  bytes: number
  head(): Promise<{ bytes: Uint8Array; whole: boolean }>
  /** Everything; unpacked once for each call. */
  whole(signal?: AbortSignal): Promise<Unpacked>
}

const ZIP = [0x50, 0x4b, 0x03, 0x04]
const GZIP = [0x1f, 0x8b]

/** A file by itself, what a `.gz` holds, or all that can be read in a ZIP archive that is no workbook. */
export async function membersOf(file: File): Promise<{ members: Member[]; archive: boolean }> {
  const start = new Uint8Array(await file.slice(0, 4).arrayBuffer())
  if (startsWith(start, GZIP)) return { members: [gzipped(file)], archive: false }
  if (!startsWith(start, ZIP)) return { members: [plain(file)], archive: false }
  const { archiveFiles } = await lazily(() => import('./archive.ts'))
  const { isWorkbook } = await lazily(() => import('../formats/workbook.ts'))
  const files = await archiveFiles(file, file.name)
  if (isWorkbook(files)) return { members: [plain(file)], archive: false }
  const readable = files.filter(({ name }) => formatEnding(name) !== null)
  if (readable.length === 0) {
    throw new UndertoneError('not-a-table', `${file.name} holds no file that can be read`)
  }
  return { members: readable.map(archived), archive: true }
}

function plain(file: File): Member {
  return {
    name: file.name,
    bytes: file.size,
    head: async () => ({
      bytes: new Uint8Array(await file.slice(0, HEAD).arrayBuffer()),
      whole: file.size <= HEAD,
    }),
    whole: () => Promise.resolve({ blob: file, damage: null }),
  }
}

function gzipped(file: File): Member {
  return {
    name: file.name.replace(/\.gz$/i, ''),
    bytes: file.size,
    head: () => unpackedHead(gunzip(file), HEAD),
    whole: (signal) => unpackedBlob(gunzip(file), signal),
  }
}

function archived({ name, bytes, stream }: ArchiveFile): Member {
  return {
    name,
    bytes,
    head: () => unpackedHead(stream(), HEAD),
    whole: (signal) => unpackedBlob(stream(), signal),
  }
}

export function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}

/** True for what begins like a ZIP archive, as workbooks do. */
export const isZip = (head: Uint8Array): boolean => startsWith(head, ZIP)
