import { noticeWords } from '../domain/engineWords.ts'
import type { Model } from '../inference/model.ts'
import type { ModelState, ReadyState } from '../inference/modelState.ts'
import { announce } from '../ui/announcer.ts'

/** Says each notice of the engine once to screen readers, wherever in the page they are. */
export function announceNotices(model: Model): void {
  model.state.subscribe((state, before) => {
    const notice = noticeOf(state)
    if (notice !== null && notice !== noticeOf(before)) announce(noticeWords(notice.code))
  })
}

function noticeOf(state: ModelState): ReadyState['notice'] {
  return state.status === 'ready' ? state.notice : null
}
