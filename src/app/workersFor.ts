/** More workers than this gain little and cost about 80 MB each. */
const MOST = 4

/** Inference workers for a batch: one per core, at most four, fewer on a device with 2 GiB of memory or less. */
export function workersFor(cores: number, memoryGiB: number | undefined): number {
  const byMemory = memoryGiB !== undefined && memoryGiB <= 2 ? 1 : MOST
  return Math.max(1, Math.min(MOST, cores, byMemory))
}
