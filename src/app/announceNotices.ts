import { noticeWords } from '../words/engineWords.ts'
import type { Model } from '../inference/facade/model.ts'
import type { Notice } from '../inference/facade/notice.ts'
import { announce } from '../ui/announcer.ts'

/** Says each notice of the engine once to screen readers, wherever in the page they are. */
export function announceNotices(model: Model): void {
  let said: Notice | null = null
  model.state.subscribe((state) => {
    // A model that was loaded again still shows what was said before.
    const notice = state.status === 'ready' ? state.notice : null
    if (notice === null || notice === said) return
    said = notice
    announce(noticeWords(notice.code))
  })
}
