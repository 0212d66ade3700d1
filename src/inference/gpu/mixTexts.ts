/** Sentences of invented reviews, and how many of them make one text of the mix. */
const SENTENCES = [
  'It does what it says.',
  'The strap broke after two weeks and nobody answers my mails.',
  'Since the last update the app closes whenever I open the statistics.',
  'Best purchase of the year, my whole family uses it every day.',
  'Delivery took four days.',
  'I wanted to like it, but the battery is empty before lunch and charging takes all night.',
  'Works.',
  'The manual is short, the buttons are where you expect them, and the screen can be read in the sun.',
  'Refund still missing!',
  'Okay for the price, though the case feels cheap and the colours are not those of the picture.',
]
/** One text in twenty is long, one in forty very long: the lengths of real exports. */
const LENGTHS = [1, 2, 1, 3, 2, 1, 5, 2, 1, 2, 3, 1, 2, 2, 1, 4, 2, 1, 3, 15]
const VERY_LONG = 40

/**
 * `count` texts as a file of reviews holds them: median about 20 word pieces, 5 % over 150, some over 400. All
 * different, so that none is read once for two; always the same, so that backends are timed on the same work.
 */
export function mixTexts(count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const usual = LENGTHS[index % LENGTHS.length] ?? 1
    const sentences = index % (2 * LENGTHS.length) === 2 * LENGTHS.length - 1 ? VERY_LONG : usual
    const words = Array.from(
      { length: sentences },
      (_, place) => SENTENCES[(index * 3 + place * 7) % SENTENCES.length] ?? '',
    )
    return `Review ${index + 1}. ${words.join(' ')}`
  })
}
