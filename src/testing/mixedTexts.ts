import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Papa from 'papaparse'

const SAMPLE = join(import.meta.dirname, '../../public/samples/stridewell-reviews.csv')

/** What people paste besides plain reviews. */
const ODD = [
  '',
  ' ',
  '\n\t\n',
  '.',
  'ok',
  'GREAT!!!!!!!!!!!!',
  '👍',
  '😡😡😡',
  '👩‍👩‍👧‍👦 ❤️ 🇪🇺 1️⃣',
  'Ужасно, не работает',
  '最高です。また買います。',
  'עובד מצוין',
  'Don’t   buy\u00a0this',
  'https://example.com/a?b=c @someone #fail',
  '[CLS] good [SEP] [PAD] [MASK]',
  'e\u0301cole naïve ﬁne',
  'a'.repeat(500),
  '\ud800 lone surrogate',
  '\u0000\u200b\ufeff',
  'x '.repeat(300),
]

/**
 * `count` texts, no two equal: odd ones, then the sample's reviews, every twentieth text long enough for several
 * windows.
 */
export function mixedTexts(count: number): string[] {
  const { data } = Papa.parse<Record<string, string>>(readFileSync(SAMPLE, 'utf8'), { header: true })
  const reviews = [...new Set(data.map((row) => row['Review'] ?? ''))].filter((review) => review !== '')
  const review = (index: number): string => reviews[index % reviews.length] ?? ''
  return Array.from({ length: count }, (_, index) => {
    const odd = ODD[index]
    if (odd !== undefined) return odd
    if (index % 20 > 0) return index < reviews.length ? review(index) : `${review(index)} (${index})`
    return Array.from({ length: 10 + (index % 16) }, (_, more) => review(index * 7 + more)).join(' ')
  })
}
