import Papa from 'papaparse'
import { seededRandom } from './random.mjs'
import { sampleReviews } from './texts.mjs'

/**
 * A CSV as app stores give it: date, stars, version, title, review, app. Reviews of the shipped sample, some of them
 * several in one, most with a number so that they differ; one in twenty rows has none. The same in every run.
 */
export async function realisticCsv(count) {
  const reviews = await sampleReviews()
  const random = seededRandom(14)
  const review = () => reviews[random(reviews.length)]
  const rows = Array.from({ length: count }, (_, index) => ({
    date: new Date(Date.UTC(2024, 0, 1 + random(700))).toISOString().slice(0, 10),
    stars: 1 + random(5),
    version: `${1 + random(4)}.${random(12)}.0`,
    title: `${review().split(' ').slice(0, 3).join(' ')} ${random(5000)}`,
    review: random(20) === 0 ? '' : textOf(index),
    app: ['Stridewell', 'Runwell', 'Ridewell'][random(3)],
  }))
  return Papa.unparse(rows)

  function textOf(index) {
    const parts = Array.from({ length: random(10) === 0 ? 4 : 1 }, review)
    return random(5) === 0 ? parts.join(' ') : `${parts.join(' ')} ${index}`
  }
}
