import { UndertoneError } from '../../domain/errors.ts'
import { download } from './download.ts'
import { parseManifest } from './manifest.ts'

/** Names of the outputs of a model of this site, by its manifest. Rejects with `model-missing` or `model-corrupt`. */
export async function siteLabels(folder: string): Promise<string[]> {
  const bytes = await download(`${folder}manifest.json`, () => undefined)
  try {
    return parseManifest(JSON.parse(new TextDecoder().decode(bytes))).labels
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new UndertoneError('model-corrupt', `manifest.json cannot be read: ${why}`, { cause })
  }
}
