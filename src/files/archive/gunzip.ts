/** Bytes that are read in one go while the end of a member is looked for. */
const BLOCK = 2 ** 17
/** The shortest member: header and footer around an empty text. */
const SHORTEST = 18

type Bytes = Uint8Array<ArrayBuffer>

/**
 * Unpacks a gzip file of any number of members (RFC 1952, 2.2), as `cat a.gz b.gz` and bgzip write them. A browser's
 * `DecompressionStream` takes one and throws on what follows it, without saying where that begins: so the next header is
 * looked for, and a member ends before the first one up to which it unpacks with the right checksum. Where none does, the
 * file is damaged: the stream ends with the browser's own error after what could be read.
 */
export function gunzip(file: Blob): ReadableStream<Bytes> {
  const unpacked = members(file)
  return new ReadableStream<Bytes>({
    pull: async (controller) => {
      const { done, value } = await unpacked.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    cancel: async () => {
      await unpacked.return(undefined)
    },
  })
}

async function* members(file: Blob): AsyncGenerator<Bytes, undefined> {
  let start = 0
  while (start < file.size) {
    let given = 0
    try {
      for await (const bytes of unpack(file.slice(start))) {
        given += bytes.length
        yield bytes
      }
      return
    } catch (thrown) {
      const end = isDamage(thrown) ? await endOfMember(file, start) : null
      if (end === null) throw thrown
      yield* after(given, unpack(file.slice(start, end)))
      start = end
    }
  }
}

/** Where the member that begins at `start` ends and another begins; null where there is no such place. */
async function endOfMember(file: Blob, start: number): Promise<number | null> {
  for await (const end of headers(file, start + SHORTEST)) {
    if (await unpacks(file.slice(start, end))) return end
  }
  return null
}

async function unpacks(member: Blob): Promise<boolean> {
  const reader = unpack(member)
  try {
    while (!(await reader.next()).done);
    return true
  } catch (thrown) {
    if (isDamage(thrown)) return false
    throw thrown
  }
}

/** Anything else says that the file itself cannot be read. */
function isDamage(thrown: unknown): boolean {
  return thrown instanceof TypeError
}

/** Wherever a member could begin: magic number, the method deflate, no reserved flag. */
async function* headers(file: Blob, from: number): AsyncGenerator<number> {
  for (let at = from; at < file.size; at += BLOCK) {
    const bytes = new Uint8Array(await file.slice(at, at + BLOCK + 3).arrayBuffer())
    for (
      let found = bytes.indexOf(0x1f);
      found >= 0 && found < BLOCK;
      found = bytes.indexOf(0x1f, found + 1)
    ) {
      const [, second, method, flags = 0xff] = bytes.subarray(found, found + 4)
      if (second === 0x8b && method === 8 && flags < 0x20) yield at + found
    }
  }
}

/** What comes after the first `count` bytes. */
async function* after(count: number, pieces: AsyncIterable<Bytes>): AsyncGenerator<Bytes> {
  let left = count
  for await (const bytes of pieces) {
    if (bytes.length > left) yield bytes.subarray(left)
    left = Math.max(0, left - bytes.length)
  }
}

async function* unpack(member: Blob): AsyncGenerator<Bytes, undefined> {
  const reader = member.stream().pipeThrough(new DecompressionStream('gzip')).getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield value
    }
  } finally {
    void reader.cancel().catch(() => undefined)
  }
}
