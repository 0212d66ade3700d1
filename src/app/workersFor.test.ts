import { describe, expect, it } from 'vitest'
import { mostWorkers, workersFor } from './workersFor.ts'

describe('workersFor', () => {
  it.each([
    { cores: 1, memoryGiB: 8, batteryLow: false, workers: 1 },
    { cores: 2, memoryGiB: 8, batteryLow: false, workers: 2 },
    { cores: 16, memoryGiB: 8, batteryLow: false, workers: 4 },
    { cores: 16, memoryGiB: undefined, batteryLow: false, workers: 4 },
    { cores: 8, memoryGiB: 2, batteryLow: false, workers: 1 },
    { cores: 8, memoryGiB: 0.5, batteryLow: false, workers: 1 },
    { cores: 8, memoryGiB: 4, batteryLow: false, workers: 4 },
    { cores: 8, memoryGiB: 8, batteryLow: true, workers: 2 },
    { cores: 3, memoryGiB: 8, batteryLow: true, workers: 1 },
    { cores: 1, memoryGiB: 8, batteryLow: true, workers: 1 },
    { cores: 0, memoryGiB: 8, batteryLow: false, workers: 1 },
  ])('$cores cores, $memoryGiB GiB, battery low $batteryLow: $workers', ({ workers, ...hardware }) => {
    expect(workersFor(hardware)).toBe(workers)
  })
})

describe('mostWorkers', () => {
  it.each([
    { cores: 0, most: 1 },
    { cores: 1, most: 1 },
    { cores: 6, most: 6 },
    { cores: 64, most: 8 },
  ])('$cores cores: $most', ({ cores, most }) => {
    expect(mostWorkers(cores)).toBe(most)
  })
})
