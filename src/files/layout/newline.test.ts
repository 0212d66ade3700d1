import { describe, expect, it } from 'vitest'
import { detectNewline } from './newline.ts'

describe('detectNewline', () => {
  it.each([
    ['', '\n'],
    ['one line', '\n'],
    ['a\nb\n', '\n'],
    ['a\r\nb\r\n', '\n'],
    ['a\rb\rc', '\r'],
    ['a\r\nb\nc\r\n', '\n'],
    ['a,"x\ny\nz\n"\rb,c', '\r'],
    ['a,"x\ry\rz\r"\nb,c', '\n'],
    ['a\rb,"cut \n off \n here', '\r'],
    ['"only\nquoted"', '\n'],
  ])('%j', (head, expected) => {
    expect(detectNewline(head)).toBe(expected)
  })
})
