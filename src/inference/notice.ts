import type { NoticeCode } from '../domain/engineWords.ts'
import type { ErrorCode } from '../domain/errors.ts'

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

/** Hands on the first notice of each kind: what happens again and again is said once. */
export function tellOnce(tell: (notice: Notice) => void): (code: NoticeCode) => void {
  const told = new Set<NoticeCode>()
  return (code) => {
    if (told.has(code)) return
    told.add(code)
    tell({ id: told.size, code })
  }
}
