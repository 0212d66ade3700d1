import type { BatchWork } from '../../inference/facade/workload.ts'
import type { Stores } from '../state/stores.ts'

/** What the open file still asks for, as far as it is known. */
export function remainingWork({ file, results }: Pick<Stores, 'file' | 'results'>): BatchWork {
  const profile = file.openFile()?.profile ?? null
  if (profile === null) return { texts: 0, characters: 0 }
  const waiting = results.getState().summary?.waiting ?? profile.withText
  const share = waiting / Math.max(1, profile.withText)
  return { texts: Math.ceil(profile.distinct * share), characters: profile.characters * share }
}
