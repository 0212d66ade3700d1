import type { Model } from '../../inference/facade/model.ts'
import type { TextFits } from '../../pipeline/textFits.ts'
import { createReadText, type ReadText } from './analyse.ts'
import { openTextLink } from './openTextLink.ts'
import { readAgainWithOthers } from './readAgain.ts'
import { createSentenceReading, type SentenceReading } from './readSentences.ts'
import { showFit } from './showFit.ts'
import type { PageAddress } from './textLink.ts'
import { createTextStore, type TextStore } from './textStore.ts'

/** The text of a person, its answer and its sentences: what the Text view shows, and everything that can be done with it. */
export interface TextReader extends SentenceReading {
  readonly state: TextStore
  /** Whether the model that reads is there. */
  readonly modelState: Model['state']
  readText: ReadText
  /** Loads a model that failed; the text waits for it and is answered then. */
  retryModel: () => void
  /** Reads the text that an address carries, if it carries one. */
  openLink: (address: PageAddress) => void
}

export interface TextReaderOptions {
  model: Model
  fits: TextFits
}

/** Reads with whichever model is in use, the text again when that becomes another one. Lives as long as the model. */
export function createTextReader({ model, fits }: TextReaderOptions): TextReader {
  const state = createTextStore()
  const sentences = createSentenceReading(model, state)
  const readText = createReadText({ model, state, closeSentences: sentences.closeSentences })
  readAgainWithOthers({ model, state, readText })
  showFit({ fits, model, state })
  return {
    ...sentences,
    state,
    modelState: model.state,
    readText,
    // Its failure is the model's state, which the view shows.
    retryModel: () => void model.load().catch(() => undefined),
    openLink: (address) => openTextLink(address, state, readText),
  }
}
