/** A sentence of a text, which is `text.slice(start, end)`; spaces around it are left out. */
export interface Sentence {
  start: number
  end: number
  text: string
}

/** After these a full stop ends no sentence, though a capital follows. */
const ABBREVIATION = /(?:^|[\s(])(?:Mr|Mrs|Ms|Dr|Prof|St|vs|e\.g|i\.e)\.\s*$/i

/**
 * The sentences of a text in order, found as they are asked for. Line breaks end one, too. What holds no letter (`!!`,
 * `10/10`, `😍`) belongs to the sentence before it, or to the first one. A text without any letter is one sentence, one
 * of spaces has none. Sentences are never cut, however long.
 */
export function* sentencesOf(text: string): Generator<Sentence, void> {
  let start = 0
  let end = 0
  for (const { segment, index } of new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text)) {
    const before = text.slice(start, end)
    if (hasLetter(segment) && hasLetter(before) && !ABBREVIATION.test(before)) {
      yield trimmed(text, start, end)
      start = index
    }
    end = index + segment.length
  }
  if (text.slice(start, end).trim() !== '') yield trimmed(text, start, end)
}

function hasLetter(text: string): boolean {
  return /\p{L}/u.test(text)
}

function trimmed(text: string, start: number, end: number): Sentence {
  const sentence = text.slice(start, end)
  const from = start + (sentence.length - sentence.trimStart().length)
  return { start: from, end: start + sentence.trimEnd().length, text: sentence.trim() }
}
