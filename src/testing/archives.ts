import { BlobWriter, TextReader, Uint8ArrayReader, ZipWriter } from '@zip.js/zip.js'

type Bytes = Uint8Array<ArrayBuffer>

/** A ZIP archive of files in folders, in this order. */
export async function zipOf(
  files: Readonly<Record<string, string | Bytes>>,
  password?: string,
): Promise<Bytes> {
  const options = { useWebWorkers: false, ...(password === undefined ? {} : { password }) }
  const writer = new ZipWriter(new BlobWriter(), options)
  for (const [name, body] of Object.entries(files)) {
    await writer.add(name, typeof body === 'string' ? new TextReader(body) : new Uint8ArrayReader(body))
  }
  const archive = await writer.close()
  return new Uint8Array(await archive.arrayBuffer())
}

export async function gzipOf(body: string | Bytes): Promise<Bytes> {
  const stream = new Blob([body]).stream().pipeThrough(new CompressionStream('gzip'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}
