import { describe, expect, it } from 'vitest'
import type { Encoding } from './encoding.ts'
import { openSource } from './utf8Source.ts'

const UTF8: Encoding = { name: 'utf-8', bom: 0 }

const bytesOf = (...bytes: number[]): Blob => new Blob([Uint8Array.from(bytes)])

describe('openSource', () => {
  it('takes a valid UTF-8 file as it is', async () => {
    const file = new Blob(['\uFEFFid,reviéw 😀'])
    const source = await openSource(file, { name: 'utf-8', bom: 3 })
    expect(source).toEqual({ blob: file, start: 3, encoding: 'UTF-8', undecodable: 0 })
    expect(source.blob).toBe(file)
  })

  it('does not count replacement characters that the file really has', async () => {
    const { undecodable } = await openSource(new Blob(['a\uFFFDb']), UTF8)
    expect(undecodable).toBe(0)
  })

  it('replaces and counts bytes that are not UTF-8', async () => {
    const file = bytesOf(0x61, 0xe9, 0x62, 0xff, 0xef, 0xbf, 0xbd, 0xef, 0xef, 0xbf, 0xbd)
    const { blob, start, undecodable } = await openSource(file, UTF8)
    expect(await blob.text()).toBe('a\uFFFDb\uFFFD\uFFFD\uFFFD\uFFFD')
    expect([start, undecodable]).toEqual([0, 3])
  })

  it('notices a file cut within a character', async () => {
    expect((await openSource(bytesOf(0x61, 0xc3), UTF8)).undecodable).toBe(1)
  })

  it.each([
    ['utf-16le', 'UTF-16 LE', true],
    ['utf-16be', 'UTF-16 BE', false],
  ] as const)('writes %s as UTF-8', async (name, words, littleEndian) => {
    // The pair of the emoji lies across the border of two blocks.
    const text = `${'x'.repeat(2 ** 19 - 1)}😀 naïve \uFFFD`
    const buffer = new ArrayBuffer(2 + text.length * 2 + 2)
    const view = new DataView(buffer)
    view.setUint16(0, 0xfeff, littleEndian)
    for (let index = 0; index < text.length; index++) {
      view.setUint16(2 + index * 2, text.charCodeAt(index), littleEndian)
    }
    view.setUint16(2 + text.length * 2, 0xd800, littleEndian)
    const source = await openSource(new Blob([buffer]), { name, bom: 2 })
    expect(await source.blob.text()).toBe(`${text}\uFFFD`)
    expect(source).toMatchObject({ start: 0, encoding: words, undecodable: 1 })
  })

  it('stops when aborted', async () => {
    await expect(openSource(new Blob(['a']), UTF8, AbortSignal.abort())).rejects.toMatchObject({
      name: 'AbortError',
    })
  })
})
