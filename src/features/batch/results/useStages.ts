import { startTransition, useEffect, useState } from 'react'

/**
 * Counts from 1 to `stages`, one with each drawing. A large view that draws its parts by it is never drawn in one long
 * task: React cuts what it computes into pieces, but puts all of it on the page at once.
 */
export function useStages(stages: number): number {
  const [stage, setStage] = useState(1)
  // The next part waits until this one is on the page.
  useEffect(() => {
    if (stage >= stages) return
    const timer = setTimeout(() => startTransition(() => setStage(stage + 1)))
    return () => clearTimeout(timer)
  }, [stage, stages])
  return stage
}
