import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Problem } from '../../domain/errors.ts'
import type { SentenceAnswer } from '../../pipeline/classifySentences.ts'
import type { Verdict } from './answerWords.ts'
import type { TextLink } from './textLink.ts'

/** `reading` keeps the previous verdict, if there is one; `slow` once it takes longer than a person expects. */
export type Reading =
  | { status: 'empty' }
  | { status: 'reading'; previous: Verdict | null; slow: boolean }
  | { status: 'answered'; verdict: Verdict }
  | { status: 'failed'; problem: Problem }

/** The text sentence by sentence, once somebody asks for it; `more` when there are sentences behind the list. */
export type Sentences =
  | { status: 'closed'; list: [] }
  | { status: 'reading'; list: SentenceAnswer[] }
  | { status: 'read'; list: SentenceAnswer[]; more: boolean }
  | { status: 'failed'; list: SentenceAnswer[]; problem: Problem }

export const CLOSED: Sentences = { status: 'closed', list: [] }

export interface TextState {
  text: string
  /** The link that the page was opened with. */
  link: TextLink | null
  reading: Reading
  sentences: Sentences
}

const INITIAL: TextState = { text: '', link: null, reading: { status: 'empty' }, sentences: CLOSED }

export type TextStore = StoreApi<TextState>

/** What the Text view shows; nothing yet. */
export function createTextStore(): TextStore {
  return createStore<TextState>(() => INITIAL)
}
