/** What decides how many inference workers a device feeds. */
export interface Hardware {
  cores: number
  /** As the browser tells it, rounded; undefined where it does not. */
  memoryGiB: number | undefined
  /** Discharging and low. */
  batteryLow: boolean
}

/** More workers than this gain little and cost about 80 MB each. */
const MOST = 4
/** What a person may ask for at most. */
const MOST_ASKED = 8

/** One per core, at most four; one where memory is short (2 GiB or less), half where the battery is low. At least one. */
export function workersFor({ cores, memoryGiB, batteryLow }: Hardware): number {
  if (memoryGiB !== undefined && memoryGiB <= 2) return 1
  const fed = Math.min(MOST, cores)
  return Math.max(1, batteryLow ? Math.floor(fed / 2) : fed)
}

/** As many as there are cores, at most eight: a person may know better than `workersFor`. */
export function mostWorkers(cores: number): number {
  return Math.max(1, Math.min(MOST_ASKED, cores))
}
