import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { interval } from './statistics.mjs'
import { visit } from './visit.mjs'
import { bar, range, rangeWords } from './words.mjs'

/** A browser writes what it keeps of a visit, such as compiled scripts, a moment after it. */
const KEEPING_MS = 2_500

/**
 * Milliseconds from navigation to the first answer on the page: in a new profile on disk, and on the next visit, for
 * which the browser is started anew.
 */
export async function measure({ launchProfile, url, quick }) {
  const cold = []
  const warm = []
  for (let repeat = 0; repeat < (quick ? 2 : 9); repeat += 1) {
    const profile = await mkdtemp(join(tmpdir(), 'undertone-profile-'))
    try {
      for (const visits of [cold, warm]) {
        const context = await launchProfile(profile)
        visits.push(await visit(context, url))
        await setTimeout(KEEPING_MS)
        await context.close()
      }
    } finally {
      await rm(profile, { recursive: true, force: true })
    }
  }
  const ratios = warm.map((value, index) => value / cold[index])
  return { cold: interval(cold), warm: interval(warm), ratio: interval(ratios) }
}

export function lines({ cold, warm, ratio }) {
  return [
    ['Navigation to first prediction', rangeWords(cold)],
    ['  cold', range(cold, 0, ' ms')],
    ['  warm', range(warm, 0, ' ms')],
    ['  warm against cold', range(ratio, 2, ' ×') + bar('under 0.6')],
  ]
}
