import type { NoticeCode } from '../../domain/noticeCode.ts'
import type { ErrorCode } from '../../domain/errors.ts'

/** `id` tells one notice from the next, so that each is announced once. */
export interface Notice {
  id: number
  code: NoticeCode
}

/** What the death of an inference worker on WebAssembly is to a person. */
export function noticeOfDeath(code: ErrorCode): NoticeCode {
  if (code === 'out-of-memory') return 'memory-short'
  return code === 'model-disagrees' ? 'worker-disagreed' : 'worker-replaced'
}

/** What a person hears about the engine. */
export interface Notices {
  /** The first of each kind is told: what happens again and again is said once. */
  tell(code: NoticeCode): void
  /** A person has read the latest. */
  dismiss(): void
  /** Null when there is none, or when it was dismissed. */
  latest(): Notice | null
}

/** They belong to a model for as long as it is chosen: one that had to be loaded again still says why. */
export function createNotices(onChange: (latest: Notice | null) => void): Notices {
  const told = new Set<NoticeCode>()
  let latest: Notice | null = null
  const set = (notice: Notice | null): void => {
    latest = notice
    onChange(notice)
  }
  return {
    tell(code) {
      if (told.has(code)) return
      told.add(code)
      set({ id: told.size, code })
    },
    dismiss: () => set(null),
    latest: () => latest,
  }
}
