import { readFile } from 'node:fs/promises'
import Papa from 'papaparse'

const SAMPLE = new URL('../../public/samples/stridewell-reviews.csv', import.meta.url)

/** The reviews of the shipped sample that have text: median 19 words, three of 300 words and more. */
export async function sampleReviews() {
  const { data } = Papa.parse(await readFile(SAMPLE, 'utf8'), { header: true, skipEmptyLines: true })
  return data.map((row) => row['Review']).filter((text) => text !== '')
}

/** `count` rows of a CSV, the sample's reviews over and over, each with a number so that no two are equal. */
export async function reviewsCsv(count) {
  const reviews = await sampleReviews()
  const rows = Array.from({ length: count }, (_, index) => ({
    id: index + 1,
    version: `1.${index % 5}.0`,
    review: `${reviews[index % reviews.length]} ${index + 1}`,
  }))
  return Papa.unparse(rows)
}

/** A text of exactly `words` words out of the sample. */
export async function textOfWords(words) {
  const all = (await sampleReviews()).join(' ').split(/\s+/)
  return (start) => Array.from({ length: words }, (_, index) => all[(start + index) % all.length]).join(' ')
}
