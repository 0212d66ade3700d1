import type { LeadOverEnglish } from '../../../domain/otherLanguage.ts'
import { textFit, type TextFit } from '../../../domain/textFit.ts'
import { lazily } from '../../../files/lazily.ts'
import { nextMacrotask } from '../../../lib/macrotask.ts'

/** Whether a text, cleaned, is one that the model was made for. */
export type ReadFit = (text: string) => TextFit

/** What tells languages apart is fetched, and may be missing; everything goes on without it. */
export interface FitReaders {
  /** Fetches the detector, again where that failed before. */
  prefetch(): void
  /** With the detector where it is there; waits for one on its way, but once and not long. */
  reader(): Promise<ReadFit>
}

type LoadDetector = () => Promise<LeadOverEnglish>

const PATIENCE_MS = 5000
const PIECE = 500

export function createFitReaders(load: LoadDetector = importDetector, patienceMs = PATIENCE_MS): FitReaders {
  let lead: LeadOverEnglish | null = null
  /** Null where nothing is on its way. */
  let loading: Promise<void> | null = null
  let patient = true

  const isThere = (): boolean => lead !== null

  function prefetch(): void {
    patient = true
    if (isThere() || loading !== null) return
    loading = load()
      .then(
        (loaded) => void (lead = loaded),
        // Said by the fits, which do not know the language.
        () => undefined,
      )
      .finally(() => (loading = null))
  }

  return {
    prefetch,
    async reader() {
      if (!isThere() && loading !== null && patient) {
        await Promise.race([loading, new Promise((resolve) => setTimeout(resolve, patienceMs))])
        patient = isThere()
      }
      return (text) => textFit(text, lead)
    },
  }
}

/** In pieces, so that a worker asked about very many texts still answers other calls. */
export async function fitAll(
  texts: readonly string[],
  read: ReadFit,
  signal: AbortSignal,
): Promise<TextFit[]> {
  const fits: TextFit[] = []
  for (const text of texts) {
    fits.push(read(text))
    if (fits.length % PIECE !== 0) continue
    await nextMacrotask()
    signal.throwIfAborted()
  }
  return fits
}

async function importDetector(): Promise<LeadOverEnglish> {
  const { leadOverEnglish } = await lazily(() => import('./languageDetector.ts'))
  return leadOverEnglish
}
