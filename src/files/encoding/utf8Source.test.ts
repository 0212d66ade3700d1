import { describe, expect, it } from 'vitest'
import { encodeText } from '../../testing/encodeText.ts'
import { PATIENCE } from '../../testing/runs.ts'
import { Unescaper } from '../layout/quotes.ts'
import { openSource } from './utf8Source.ts'

const UTF8 = { label: 'utf-8', mark: 0 }

const bytesOf = (...bytes: number[]): Blob => new Blob([Uint8Array.from(bytes)])

describe('openSource', { timeout: PATIENCE }, () => {
  it('takes a valid UTF-8 file as it is', async () => {
    const file = new Blob(['\uFEFFid,reviéw 😀'])
    const source = await openSource(file, { label: 'utf-8', mark: 3 })
    expect(source).toEqual({ blob: file, start: 3, undecodable: 0 })
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
    ['utf-16le', true],
    ['utf-16be', false],
  ] as const)('writes %s as UTF-8', async (label, littleEndian) => {
    // The pair of the emoji lies across the border of two blocks.
    const text = `${'x'.repeat(2 ** 19 - 1)}😀 naïve \uFFFD`
    const buffer = new ArrayBuffer(2 + text.length * 2 + 2)
    const view = new DataView(buffer)
    view.setUint16(0, 0xfeff, littleEndian)
    for (let index = 0; index < text.length; index++) {
      view.setUint16(2 + index * 2, text.charCodeAt(index), littleEndian)
    }
    view.setUint16(2 + text.length * 2, 0xd800, littleEndian)
    const source = await openSource(new Blob([buffer]), { label, mark: 2 })
    expect(await source.blob.text()).toBe(`${text}\uFFFD`)
    expect(source).toMatchObject({ start: 0, undecodable: 1 })
  })

  it.each(['windows-1252', 'shift_jis', 'gb18030', 'euc-kr', 'koi8-r'])(
    'writes %s as UTF-8',
    async (label) => {
      const letters =
        { shift_jis: '画面', gb18030: '应用', 'euc-kr': '좋아요', 'koi8-r': 'Хорошо' }[label] ?? 'größe'
      // Characters of two bytes lie across the border of two blocks, whichever way it falls.
      const text = `${'x'.repeat(2 ** 20 - 5)}${letters} a ${letters}`
      const source = await openSource(new Blob([encodeText(text, label)]), { label, mark: 0 })
      expect(await source.blob.text()).toBe(text)
      expect(source.undecodable).toBe(0)
    },
  )

  it('counts what a chosen encoding has no characters for', async () => {
    const source = await openSource(bytesOf(0x61, 0x81, 0xff, 0x62), { label: 'shift_jis', mark: 0 })
    expect(source.undecodable).toBe(2)
  })

  it('does not count the U+FFFD that GB18030 can write', async () => {
    const file = bytesOf(0x61, 0x84, 0x31, 0xa4, 0x37, 0x62)
    const source = await openSource(file, { label: 'gb18030', mark: 0 })
    expect([await source.blob.text(), source.undecodable]).toEqual(['a\uFFFDb', 0])
  })

  it('leaves out a character that is cut off where the bytes go on', async () => {
    const source = await openSource(bytesOf(0x61, 0xe2, 0x82), UTF8, { cut: true })
    expect([await source.blob.text(), source.undecodable]).toEqual(['a', 0])
  })

  it('rewrites backslash escapes, also across blocks', async () => {
    const cell = `${'x'.repeat(2 ** 20 - 2)}\\"yes\\" \\\\ \\n`
    const source = await openSource(new Blob([cell]), UTF8, { unescaper: new Unescaper('"', ',') })
    expect((await source.blob.text()).slice(2 ** 20 - 2)).toBe('"yes" \\ \\n')
  })

  it('stops when aborted', async () => {
    await expect(openSource(new Blob(['a']), UTF8, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      name: 'AbortError',
    })
  })
})
