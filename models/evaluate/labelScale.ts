import type { Label } from '../../src/domain/labels.ts'
import { UsageError } from './usageError.ts'

/**
 * How a file writes its labels: in words; as 0 negative, 1 neutral, 2 positive (`labels`); as 0 negative, 1 positive
 * (`binary`); or as 1 to 5 stars, of which 3 is neutral.
 */
export const NUMBER_SCALES = ['labels', 'binary', 'stars'] as const

export type NumberScale = (typeof NUMBER_SCALES)[number]

export type Scale = 'words' | NumberScale

const READ: Readonly<Record<Scale, ReadonlyMap<string, Label>>> = {
  words: new Map([
    ['negative', 'negative'],
    ['neg', 'negative'],
    ['neutral', 'neutral'],
    ['neu', 'neutral'],
    ['positive', 'positive'],
    ['pos', 'positive'],
  ]),
  labels: new Map([
    ['0', 'negative'],
    ['1', 'neutral'],
    ['2', 'positive'],
  ]),
  binary: new Map([
    ['0', 'negative'],
    ['1', 'positive'],
  ]),
  stars: new Map([
    ['1', 'negative'],
    ['2', 'negative'],
    ['3', 'neutral'],
    ['4', 'positive'],
    ['5', 'positive'],
  ]),
}

/** Null for what is no label on this scale. */
export function readLabel(value: string, scale: Scale): Label | null {
  return READ[scale].get(normal(value)) ?? null
}

/**
 * The scale of a file's labels. Throws `UsageError` where numbers could mean two things: a guess that is wrong would
 * look like a bad model.
 */
export function findScale(values: Iterable<string>): Scale {
  const found = new Set(Array.from(values, normal))
  const has = (...names: string[]): boolean => names.some((name) => found.has(name))
  if (has(...READ.words.keys())) return 'words'
  if (has('0') && has('2') && !has('3', '4', '5')) return 'labels'
  if (!has('0') && has('3', '4', '5')) return 'stars'
  if (!has('0', '1', '2')) throw new UsageError(`No label was understood. They read ${some(found)}.`)
  throw new UsageError(
    `The labels are ${some(found)}, which can be read in more than one way. Say which with --numbers: labels ` +
      '(0 negative, 1 neutral, 2 positive), binary (0 negative, 1 positive) or stars (1 to 5, 3 is neutral).',
  )
}

/** “4.0” is 4. */
function normal(value: string): string {
  return value
    .trim()
    .toLowerCase()
    .replace(/^([0-5])[.]0+$/, '$1')
}

function some(values: ReadonlySet<string>): string {
  const shown = Array.from(values, (value) => `“${value}”`)
  return shown.slice(0, 8).join(', ') + (shown.length > 8 ? ', …' : '')
}
