import fc from 'fast-check'
import { expect, it } from 'vitest'
import { bitsToFlags, flagBit, FLAGS, flagsToBits } from './flags.ts'

it('keeps its names and their order: exports and stored bits depend on both', () => {
  expect(FLAGS.join(';')).toBe(
    'not_sure;mixed;long;other_language;too_short;markup_removed;no_text;unreadable;corrected;formula_guarded',
  )
})

it.each([
  { flags: [], bits: 0 },
  { flags: ['not_sure'], bits: 1 },
  { flags: ['long'], bits: 4 },
  { flags: ['long', 'not_sure'], bits: 5 },
  { flags: ['long', 'long'], bits: 4 },
  { flags: ['formula_guarded'], bits: 512 },
] as const)('$flags are the bits $bits', ({ flags, bits }) => {
  expect(flagsToBits(flags)).toBe(bits)
})

it('comes back from bits in the order of exports', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...FLAGS]), (flags) => {
      expect(bitsToFlags(flagsToBits(flags))).toEqual(FLAGS.filter((flag) => flags.includes(flag)))
    }),
  )
})

it('ignores bits that no flag has', () => {
  expect(bitsToFlags(flagBit('mixed') | (1 << FLAGS.length))).toEqual(['mixed'])
})
