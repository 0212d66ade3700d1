import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jsonLineWriter } from './writeJsonLine.ts'

describe('jsonLineWriter', () => {
  it.each([
    [['a', 'b'], ['x', 0.5], '{"a":"x","b":0.5}\n'],
    [['a', 'b'], ['', null], '{"a":"","b":null}\n'],
    [['flags'], [['long', 'mixed']], '{"flags":["long","mixed"]}\n'],
    [['__proto__', 'constructor'], ['x', 'y'], '{"__proto__":"x","constructor":"y"}\n'],
    [['two\nlines "quoted"'], ['\uD800'], '{"two\\nlines \\"quoted\\"":"\\ud800"}\n'],
  ])('%j, %j', (keys, values, expected) => {
    expect(jsonLineWriter(keys)(values)).toBe(expected)
  })

  it('writes any texts as one line of valid Unicode that gives them back', () => {
    const texts = fc.string({
      unit: fc.constantFrom('a', '"', '\\', '\n', '\r', '\0', '\u2028', '\uD800', '😀'),
    })
    fc.assert(
      fc.property(texts, texts, (key, value) => {
        const line = jsonLineWriter([key])([value])
        expect(line.indexOf('\n')).toBe(line.length - 1)
        expect(line).not.toMatch(/\p{Surrogate}/u)
        expect(Object.entries(JSON.parse(line) as object)).toEqual([[key, value]])
      }),
    )
  })

  it('refuses numbers that JSON has no word for', () => {
    expect(() => jsonLineWriter(['a'])([NaN])).toThrow(RangeError)
  })
})
