import { UndertoneError } from '../../domain/errors.ts'
import { sha256 } from '../../lib/sha256.ts'
import { download } from './download.ts'
import type { ManifestFile } from './manifest.ts'
import type { ModelStorage } from './modelStorage.ts'
import type { ModelFile } from '../protocol.ts'

/** Where the files of a model lie on the site, and where they are kept between visits. */
export interface ModelFolder {
  /** Absolute URL with a slash at the end. */
  folder: string
  storage: ModelStorage
}

export interface CheckedFile {
  file: ModelFile
  /** True when no byte was fetched. */
  stored: boolean
  /** Null when the browser keeps the file, otherwise its reason for refusing. */
  refused: string | null
}

/**
 * A file of the manifest, with the manifest's SHA-256: the stored one when it is sound, otherwise from the network
 * and then stored. A stored file that no longer matches is thrown away. `onBytes` counts up to the file's size.
 * Rejects with `model-missing`, with `model-corrupt` for other bytes than published, or with the abort's reason.
 */
export async function checkedFile(
  { path, bytes: size, sha256: expected }: ManifestFile,
  { folder, storage }: ModelFolder,
  onBytes: (loaded: number) => void,
  signal: AbortSignal,
): Promise<CheckedFile> {
  const url = folder + path
  const stored = await storage.read(url)
  if (stored !== null) {
    if ((await sha256(stored)) === expected) {
      onBytes(size)
      return { file: { path, bytes: stored }, stored: true, refused: null }
    }
    await storage.remove(url)
  }
  const bytes = await download(url, onBytes, signal)
  if ((await sha256(bytes)) !== expected) {
    throw new UndertoneError(
      'model-corrupt',
      `${path}: its SHA-256 is not the manifest's (${bytes.length} bytes)`,
    )
  }
  onBytes(size)
  const refused = await storage.write(url, bytes, 'application/octet-stream')
  return { file: { path, bytes }, stored: false, refused }
}
