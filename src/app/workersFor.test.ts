import { expect, it } from 'vitest'
import { workersFor } from './workersFor.ts'

it.each([
  { cores: 1, memory: 8, workers: 1 },
  { cores: 2, memory: undefined, workers: 2 },
  { cores: 16, memory: 8, workers: 4 },
  { cores: 8, memory: 2, workers: 1 },
  { cores: 0, memory: undefined, workers: 1 },
])('$cores cores and $memory GiB: $workers workers', ({ cores, memory, workers }) => {
  expect(workersFor(cores, memory)).toBe(workers)
})
