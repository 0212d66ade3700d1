/** What stands beyond tells no more about a text's language or length, and bounds the time it takes. */
const EVIDENCE = 1000

// Links, mail addresses and names of people say nothing of the text's own language.
const ADDRESSES = /https?:\S+|www\.\S+|\S+@\S+|@\S+/gu

/** The beginning of a text, its ligatures and ornamental letters as plain ones, without links, mail addresses and @names. */
export function telling(text: string): string {
  return text.slice(0, EVIDENCE).normalize('NFKC').slice(0, EVIDENCE).replace(ADDRESSES, ' ')
}

/** The words in what `telling` gives: letters with their marks and apostrophes; numbers are none. */
export function textWords(told: string): string[] {
  return told.match(/\p{L}[\p{L}\p{M}'’]*/gu) ?? []
}
