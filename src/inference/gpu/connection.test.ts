import { describe, expect, it } from 'vitest'
import { readConnection } from './connection.ts'

describe('readConnection', () => {
  it.each([
    { what: 'nothing told', information: undefined, metered: false },
    {
      what: 'a fast one',
      information: { saveData: false, type: 'wifi', effectiveType: '4g' },
      metered: false,
    },
    { what: 'one that saves data', information: { saveData: true, effectiveType: '4g' }, metered: true },
    { what: 'a phone’s', information: { type: 'cellular', effectiveType: '4g' }, metered: true },
    { what: 'slow 2G', information: { effectiveType: 'slow-2g' }, metered: true },
    { what: '2G', information: { effectiveType: '2g' }, metered: true },
    { what: '3G', information: { effectiveType: '3g' }, metered: true },
    { what: 'something unheard of', information: { effectiveType: '6g', type: 7 }, metered: false },
  ])('$what: metered $metered', ({ information, metered }) => {
    expect(readConnection(information).metered).toBe(metered)
  })

  it.each([
    { downlink: 10, bytes: 1_250_000 },
    { downlink: 0, bytes: 2_500_000 },
    { downlink: 'fast', bytes: 2_500_000 },
    { downlink: undefined, bytes: 2_500_000 },
  ])('$downlink Mbit/s are $bytes bytes a second', ({ downlink, bytes }) => {
    expect(readConnection({ downlink }).bytesPerSecond).toBe(bytes)
  })
})
