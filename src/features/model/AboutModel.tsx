import type { ModelState } from '../../inference/facade/modelState.ts'

/** What the model in use was made from and for, as far as this page can say. */
export function AboutModel({ state }: { state: ModelState }) {
  if (state.status !== 'ready') return null
  const { name, source } = state.details
  if (name !== __MODEL__ || source === 'this device') {
    return (
      <p>
        Not Undertone’s own model. What it was trained on, how well it does and what its answers may be used
        for is told by whoever made it.
      </p>
    )
  }
  return (
    <p>
      A small transformer trained from scratch for reviews in English. Some 6,000 names of people and places,
      and pairs such as “he” and “she”, are the same word to it, so that they cannot change its answer; so are
      many common misspellings and the word that is meant. Its code is Apache-2.0. Its weights were trained
      partly on data licensed for research or non-commercial use only, so check before you use its answers
      commercially.
    </p>
  )
}
