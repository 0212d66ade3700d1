import { describe, expect, it } from 'vitest'
import { notATable, notText } from './notATable.ts'

const reason = (bytes: Uint8Array): string | null =>
  notText(bytes) ?? notATable(new TextDecoder().decode(bytes))
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('notATable', () => {
  it.each([
    ['a PDF file', utf8('%PDF-1.7\n')],
    ['an archive in an archive', Uint8Array.of(0x50, 0x4b, 3, 4, 0x14, 0)],
    ['an archive in an archive', Uint8Array.of(0x1f, 0x8b, 8, 0)],
    ['an old or encrypted Excel workbook', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1)],
    ['a text in UTF-32', Uint8Array.of(0xff, 0xfe, 0, 0, 0x61, 0, 0, 0)],
    ['a PNG file', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10)],
    ['a JPEG file', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0)],
    ['binary data', Uint8Array.from({ length: 256 }, (_, index) => index)],
    ['a page or XML document', utf8('\n<!DOCTYPE html><html></html>')],
    ['a page or XML document', utf8('\uFEFF<?xml version="1.0"?>')],
  ])('refuses %s', (expected, bytes) => {
    expect(reason(bytes)).toBe(expected)
  })

  it.each([
    ['nothing at all', ''],
    ['one column', 'review\ngood\n'],
    ['a NUL in a cell', 'a,b\n1,x\0y\n'],
    ['brackets in a header', '[id],review\n1,ok'],
    ['markup in cells', 'review\n<p>ok</p>'],
    ['JSON', '[{"review": "ok"}]'],
    ['unit separators', 'a\x1Fb\x1E1\x1Fok\x1E'.repeat(50)],
  ])('lets %s pass', (_name, text) => {
    expect(reason(utf8(text))).toBeNull()
  })
})
