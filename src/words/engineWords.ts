import type { NoticeCode } from '../domain/noticeCode.ts'

const NOTICES: Readonly<Record<NoticeCode, string>> = {
  'worker-replaced':
    'A part that runs the model stopped and was replaced. What it was reading was read again; nothing is lost.',
  'memory-short':
    'Memory ran short, so fewer workers read now. What was being read was read again; nothing is lost.',
  'worker-disagreed':
    'A worker no longer gave the reference answers and was replaced. The answers since the last check are done again.',
  'gpu-restarted':
    'The graphics card stopped answering and was started again. What it was reading was read again; nothing is lost.',
  'gpu-lost':
    'The graphics card stopped answering again, so WebAssembly reads the rest. What it was reading was read again; nothing is lost.',
  'gpu-disagreed':
    'The graphics card no longer gave the reference answers, so WebAssembly reads the rest. The answers since the last check are done again.',
}

export function noticeWords(code: NoticeCode): string {
  return NOTICES[code]
}

/** Before a graphics card's files are fetched over a connection that may be paid by volume; `size` is "27.5 MB". */
export function offerWords(size: string): string {
  return `The graphics card may read this faster. It needs up to ${size} once, and this connection looks metered or slow, so nothing is fetched unless you say so.`
}
