import { describe, expect, it } from 'vitest'
import { asArray, asNumber, asRecord, asString } from './json.ts'

const VALUES = {
  text: 'text',
  empty: '',
  number: 7,
  zero: 0,
  NaN: NaN,
  infinity: Infinity,
  list: [1, 2],
  object: { a: 1 },
  null: null,
  undefined: undefined,
  true: true,
} as const

describe.each([
  { reader: asRecord, accepts: ['object'], says: 'field must be an object' },
  { reader: asArray, accepts: ['list'], says: 'field must be a list' },
  { reader: asNumber, accepts: ['number', 'zero'], says: 'field must be a number' },
  { reader: asString, accepts: ['text', 'empty'], says: 'field must be a string' },
])('$reader.name', ({ reader, accepts, says }) => {
  for (const [name, value] of Object.entries(VALUES)) {
    if (accepts.includes(name)) {
      it(`gives ${name} back`, () => {
        expect(reader(value, 'field')).toEqual(value)
      })
    } else {
      it(`refuses ${name}`, () => {
        expect(() => reader(value, 'field')).toThrow(new TypeError(says))
      })
    }
  }
})
