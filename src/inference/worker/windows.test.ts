import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitWindows } from './windows.ts'

describe('splitWindows', () => {
  it.each([
    { pieces: 0, windows: [[0, 0]] },
    { pieces: 1, windows: [[0, 1]] },
    { pieces: 8, windows: [[0, 8]] },
    {
      pieces: 9,
      windows: [
        [0, 8],
        [1, 9],
      ],
    },
    {
      pieces: 13,
      windows: [
        [0, 8],
        [5, 13],
      ],
    },
    {
      pieces: 14,
      windows: [
        [0, 8],
        [5, 13],
        [6, 14],
      ],
    },
    {
      pieces: 18,
      windows: [
        [0, 8],
        [5, 13],
        [10, 18],
      ],
    },
  ])('$pieces pieces in windows of 8 that share 3: $windows', ({ pieces, windows }) => {
    expect(splitWindows(pieces, { size: 8, overlap: 3 })).toEqual(windows)
  })

  it('reads a text of 255 pieces with the shipped window in two', () => {
    expect(splitWindows(255, { size: 254, overlap: 64 })).toEqual([
      [0, 254],
      [1, 255],
    ])
  })

  const anyWindow = fc
    .tuple(fc.integer({ min: 1, max: 60 }), fc.nat(59))
    .filter(([size, overlap]) => overlap < size)
    .map(([size, overlap]) => ({ size, overlap }))

  it('covers every piece with full windows that share at least the overlap', () => {
    fc.assert(
      fc.property(fc.nat(500), anyWindow, (pieces, window) => {
        const { size } = window
        const windows = splitWindows(pieces, window)
        expect(windows[0]?.[0]).toBe(0)
        expect(windows.at(-1)?.[1]).toBe(pieces)
        for (const [index, [start, end]] of windows.entries()) {
          expect(end - start).toBe(Math.min(size, pieces))
          const before = windows[index - 1]
          if (before === undefined) continue
          expect(start).toBeGreaterThan(before[0])
          expect(before[1] - start).toBeGreaterThanOrEqual(window.overlap)
        }
      }),
    )
  })

  it('makes no more windows than are needed', () => {
    fc.assert(
      fc.property(fc.nat(500), anyWindow, (pieces, window) => {
        const { size } = window
        const count = splitWindows(pieces, window).length
        const coveredByOneLess = size + (count - 2) * (size - window.overlap)
        expect(count === 1 || coveredByOneLess < pieces).toBe(true)
      }),
    )
  })
})
