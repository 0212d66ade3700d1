/** The bytes of each character, by encoding; what an encoding has no character for is missing. */
const tables = new Map<string, Map<string, readonly number[]>>()

/** Text in any encoding that `TextDecoder` knows, whose table is read backwards. Throws for characters it lacks. */
export function encodeText(text: string, label: string): Uint8Array<ArrayBuffer> {
  if (label === 'utf-8') return new TextEncoder().encode(text)
  if (label.startsWith('utf-16')) return utf16(text, label === 'utf-16le')
  const table = tables.get(label) ?? tableOf(label)
  return Uint8Array.from(
    Array.from(text).flatMap((character) => {
      const bytes = table.get(character)
      if (!bytes) throw new RangeError(`${label} has no ${character}`)
      return bytes
    }),
  )
}

function utf16(text: string, littleEndian: boolean): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(text.length * 2))
  for (let index = 0; index < text.length; index++) {
    view.setUint16(index * 2, text.charCodeAt(index), littleEndian)
  }
  return new Uint8Array(view.buffer)
}

function tableOf(label: string): Map<string, readonly number[]> {
  const table = new Map<string, readonly number[]>()
  const decoder = new TextDecoder(label, { ignoreBOM: true })
  // Node decodes Windows-1252 as Latin-1 when it is asked for everything at once.
  const add = (...bytes: number[]): void => {
    const text = decoder.decode(Uint8Array.from(bytes), { stream: true }) + decoder.decode()
    if (Array.from(text).length === 1 && text !== '\uFFFD' && !table.has(text)) table.set(text, bytes)
  }
  for (let first = 0; first < 256; first++) add(first)
  if (/^(?:shift_jis|euc-|gb|big5)/.test(label)) {
    for (let first = 0x81; first < 0xff; first++) {
      for (let second = 0x30; second < 0xff; second++) add(first, second)
    }
  }
  tables.set(label, table)
  return table
}
