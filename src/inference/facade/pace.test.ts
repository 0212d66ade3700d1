import { describe, expect, it } from 'vitest'
import { createPace } from './pace.ts'

describe('pace', () => {
  it('is unknown at first', () => {
    expect(createPace().tokensPerSecond()).toBeNull()
  })

  it('is tokens over time', () => {
    const pace = createPace()
    pace.add(400, 100)
    expect(pace.tokensPerSecond()).toBe(4000)
  })

  it('follows a device that slows down', () => {
    const pace = createPace()
    for (let unit = 0; unit < 200; unit += 1) pace.add(400, 100)
    for (let unit = 0; unit < 200; unit += 1) pace.add(400, 400)
    expect(pace.tokensPerSecond()).toBeCloseTo(1000, -2)
  })
})
