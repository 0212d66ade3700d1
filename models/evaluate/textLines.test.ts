import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { collect } from '../../src/testing/collect.ts'
import { textLines } from './textLines.ts'

const folder = mkdtempSync(join(tmpdir(), 'undertone-lines-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function lines(name: string, bytes: string | Uint8Array): Promise<string[]> {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return (await collect(textLines(path))).map(({ line, text }) => `${line} ${text}`)
}

describe('textLines', () => {
  it('ends a line at LF and CRLF alone', async () => {
    expect(await lines('a.jsonl', 'one\r\ntwo\u2028still two\n\nfour')).toEqual([
      '1 one',
      '2 two\u2028still two',
      '3 ',
      '4 four',
    ])
  })

  it('unpacks, and keeps characters whole that lie across blocks', async () => {
    const text = 'é🙂'.repeat(60_000)
    expect(await lines('b.jsonl.gz', gzipSync(`${text}\nend\n`))).toEqual([`1 ${text}`, '2 end'])
  })

  it('leaves a byte-order mark out and refuses what is not UTF-8', async () => {
    expect(await lines('bom.jsonl', '\uFEFFone\n')).toEqual(['1 one'])
    await expect(lines('latin1.jsonl', Uint8Array.of(0x63, 0x61, 0x66, 0xe9))).rejects.toThrow('is not UTF-8')
  })

  it('fails on a packed file that breaks off', async () => {
    await expect(lines('c.jsonl.gz', gzipSync('x'.repeat(100)).subarray(0, 20))).rejects.toThrow()
  })

  it('fails on a file that is not there', async () => {
    await expect(collect(textLines(join(folder, 'none.jsonl.gz')))).rejects.toThrow('ENOENT')
  })
})
