import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { guessEscape, guessQuote, Unescaper } from './quotes.ts'

describe('guessQuote', () => {
  it.each([
    ["'id','text'\n'1','it is'\n'2','ok, fine'\n", "'"],
    ['id,text\n1,"ok, fine"\n', '"'],
    ["id,text\n1,'ok'\n2,don't\n3,can't say 'no'\n4,x\n", '"'],
    ['\'a\',"b"\n\'c\',"d"\n', '"'],
    ['id,text\n', '"'],
  ])('%j', (head, quote) => {
    expect(guessQuote(head).quote).toBe(quote)
  })
})

describe('guessEscape', () => {
  it.each([
    ['1,"say \\"hi\\" now"\n', 'backslash'],
    ['1,"say ""hi"" now"\n', 'doubled'],
    ['1,"C:\\folder\\"\n2,"say ""hi"""\n', 'doubled'],
    ['1,"{\\""a\\"":1}"\n', 'doubled'],
    ['1,plain\n', 'doubled'],
  ])('%j', (head, escape) => {
    expect(guessEscape(head, '"').escape).toBe(escape)
  })

  it('looks for the quote that cells are wrapped in', () => {
    expect(guessEscape("1,'it\\'s fine'\n", "'").escape).toBe('backslash')
  })
})

describe('Unescaper', () => {
  it.each([
    ['1,"say \\"hi\\" now",2\n', '1,"say ""hi"" now",2\n'],
    ['1,The 6\\" screen,2\n', '1,The 6" screen,2\n'],
    ['1,\\"Great\\" she said,2\n', '1,"""Great"" she said",2\n'],
    ['\\"Great\\"', '"""Great"""'],
    ['\\"a\\"\r\nb', '"""a"""\r\nb'],
    ['"a, \\"b\\"\n\\"c\\"",d', '"a, ""b""\n""c""",d'],
    ['"a ""b"" \\"c\\"",d', '"a ""b"" ""c""",d'],
    ['"",\\"a', '"","""a"'],
    ['a "b" c', 'a "b" c'],
    ['\\\\', '\\'],
    ['"\\\\\\""', '"\\"""'],
    ['"C:\\\\",\\"a\\"', '"C:\\","""a"""'],
    ['\\n \\d \\', '\\n \\d \\'],
    ["\\'", "\\'"],
  ])('%j', (text, expected) => {
    const unescaper = new Unescaper('"', ',')
    expect(unescaper.push(text) + unescaper.end()).toBe(expected)
  })

  it('keeps the delimiters apart while none is known', () => {
    const unescaper = new Unescaper('"', null)
    expect(unescaper.push('id;text\n1;\\"a, b\\" c\n2;"d; \\"e\\""\n')).toBe(
      'id;text\n1;a, b" c\n2;"d; ""e"""\n',
    )
  })

  it('gives the same in pieces as at once', () => {
    const text = fc.string({ unit: fc.constantFrom('\\', '"', "'", ',', '\n', 'a', '😀'), maxLength: 20 })
    fc.assert(
      fc.property(text, fc.array(fc.nat(20), { maxLength: 4 }), (whole, cuts) => {
        const at = [0, ...cuts.map((cut) => Math.min(cut, whole.length)).sort((a, b) => a - b), whole.length]
        const pieces = new Unescaper('"', ',')
        const joined = at.slice(1).map((end, index) => pieces.push(whole.slice(at[index], end)))
        const once = new Unescaper('"', ',')
        expect(joined.join('') + pieces.end()).toBe(once.push(whole) + once.end())
      }),
    )
  })
})
