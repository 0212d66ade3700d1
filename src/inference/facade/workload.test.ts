import { describe, expect, it } from 'vitest'
import { createWorkload } from './workload.ts'

const WINDOW = { pieces: 256, overlap: 64 }
const FREE = { bytes: 0, bytesPerSecond: 1 }

describe('workload', () => {
  it('knows no speed before anything was read', () => {
    const workload = createWorkload(WINDOW)
    workload.expect({ texts: 1e9, characters: 1e11 })
    expect(workload.textsPerSecond(2)).toBeNull()
    expect(workload.repays({ workers: 2, ...FREE })).toBe(false)
  })

  it('tells the speed of the mix from what was read, for all workers', () => {
    const workload = createWorkload(WINDOW)
    workload.add(4000, 1000)
    const one = workload.textsPerSecond(1) ?? 0
    expect(one).toBeGreaterThan(50)
    expect(one).toBeLessThan(150)
    expect(workload.textsPerSecond(3)).toBeCloseTo(3 * one)
  })

  it('believes what was measured more', () => {
    const workload = createWorkload(WINDOW)
    workload.add(4000, 1000)
    workload.measured(321)
    expect(workload.textsPerSecond(1)).toBe(321)
  })

  it('repays less the more is done', () => {
    const workload = createWorkload(WINDOW)
    workload.expect({ texts: 2_000, characters: 200_000 })
    workload.add(1000, 1000)
    expect(workload.repays({ workers: 1, ...FREE })).toBe(true)
    workload.add(55_000, 55_000)
    expect(workload.repays({ workers: 1, ...FREE })).toBe(false)
  })

  it('repays less the more workers there are', () => {
    const workload = createWorkload(WINDOW)
    workload.expect({ texts: 1_000, characters: 100_000 })
    workload.add(1000, 1000)
    expect(workload.repays({ workers: 1, ...FREE })).toBe(true)
    expect(workload.repays({ workers: 4, ...FREE })).toBe(false)
  })
})
