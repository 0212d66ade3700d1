import { createHash } from 'node:crypto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { sha256 } from './sha256.ts'

// FIPS 180-4 examples, by length: nothing, one block, two blocks.
const VECTORS = [
  { text: '', hash: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855' },
  { text: 'abc', hash: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad' },
  {
    text: 'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
    hash: '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  },
]

afterEach(() => vi.unstubAllGlobals())

describe.each([
  { context: 'a secure context', secure: true },
  { context: 'plain http', secure: false },
])('in $context', ({ secure }) => {
  it.each(VECTORS)('hashes "$text"', async ({ text, hash }) => {
    vi.stubGlobal('isSecureContext', secure)
    expect(await sha256(new TextEncoder().encode(text))).toBe(hash)
  })

  it('hashes only the part of a buffer that is given', async () => {
    vi.stubGlobal('isSecureContext', secure)
    const part = new Uint8Array([9, 97, 98, 99, 9]).subarray(1, 4)
    expect(await sha256(part)).toBe(VECTORS[1]!.hash)
  })

  it('hashes a megabyte', async () => {
    vi.stubGlobal('isSecureContext', secure)
    const bytes = new Uint8Array(1 << 20).map((_, index) => index * 31)
    expect(await sha256(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'))
  })
})

it.each([
  { secure: true, calls: 1 },
  { secure: false, calls: 0 },
])('uses the browser’s own digest where there is one: $secure', async ({ secure, calls }) => {
  vi.stubGlobal('isSecureContext', secure)
  const digest = vi.spyOn(crypto.subtle, 'digest')
  await sha256(new Uint8Array(3))
  expect(digest).toHaveBeenCalledTimes(calls)
  digest.mockRestore()
})
