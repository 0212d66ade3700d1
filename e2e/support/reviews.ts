/** Two reviews whose sentiment nobody doubts. */
export const PRAISE = 'Wonderful app. I use it every day, it is fast, and I love it.'
export const COMPLAINT = 'Terrible. It crashes every time and support never answers. I want my money back.'

const OPINIONS = [
  'I love',
  'I hate',
  'I do not mind',
  'My whole family uses',
  'I stopped using',
  'Nobody needs',
]
const THINGS = [
  'the new map',
  'this update',
  'the training plan',
  'the price',
  'the voice of the coach',
  'the widget',
]
const REASONS = [
  'it saves me time',
  'it crashes twice a day',
  'it is what it is',
  'support was kind',
  'it lost my runs',
]

/** The same different reviews in every run: the `index`-th of a long list without repetition. */
export function review(index: number): string {
  const pick = (from: readonly string[], divisor: number): string =>
    from[Math.floor(index / divisor) % from.length] ?? ''
  const sentence = `${pick(OPINIONS, 1)} ${pick(THINGS, 6)} because ${pick(REASONS, 36)}.`
  return `${sentence} Day ${index + 1} with it.`
}

/** `count` different reviews. */
export function reviews(count: number): string[] {
  return Array.from({ length: count }, (_, index) => review(index))
}
