import { UndertoneError } from '../../domain/errors.ts'

/**
 * The bytes at `url`, counted as they arrive. Rejects with `model-missing` for no answer, an error status, a host's
 * page instead of a file and a connection that breaks off.
 */
export async function download(
  url: string,
  onBytes: (loaded: number) => void,
  signal: AbortSignal | null = null,
): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(url, { cache: 'no-cache', signal }).catch((cause: unknown) => {
    signal?.throwIfAborted()
    throw new UndertoneError('model-missing', `${url}: no answer`, { cause })
  })
  if (!response.ok) throw new UndertoneError('model-missing', `${url}: status ${response.status}`)
  // Hosts of single-page apps answer a missing file with their start page and status 200.
  if (response.headers.get('content-type')?.startsWith('text/html') === true) {
    throw new UndertoneError('model-missing', `${url}: a web page instead of a file`)
  }
  try {
    return await readBody(response, onBytes)
  } catch (cause) {
    signal?.throwIfAborted()
    throw new UndertoneError('model-missing', `${url}: the connection broke off`, { cause })
  }
}

/** Counts decoded bytes, since a host may compress and then `content-length` is another number. */
async function readBody(
  response: Response,
  onBytes: (loaded: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  if (response.body === null) return new Uint8Array(await response.arrayBuffer())
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let length = 0
  const reader = response.body.getReader()
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    chunks.push(next.value)
    length += next.value.length
    onBytes(length)
  }
  const bytes = new Uint8Array(length)
  let offset = 0
  for (const chunk of chunks) {
    bytes.set(chunk, offset)
    offset += chunk.length
  }
  return bytes
}
