import { labelMeaning, numberMeaning, type NumberScale } from '../../src/domain/labelMeaning.ts'
import type { Label } from '../../src/domain/labels.ts'
import { UsageError } from './usageError.ts'

/**
 * How a file writes its labels: in words; as 0 negative, 1 neutral, 2 positive (`labels`); as 0 negative, 1 positive
 * (`binary`); or as 1 to 5 stars, of which 3 is neutral.
 */
export const NUMBER_SCALES: readonly NumberScale[] = ['labels', 'binary', 'stars']

export type Scale = 'words' | NumberScale

/** Null for what is no label on this scale. */
export function readLabel(value: string, scale: Scale): Label | null {
  return scale === 'words' ? labelNamed(normal(value)) : numberMeaning(normal(value), scale)
}

/** Words that only lean to a label, or say it in another way, may be of something else. */
function labelNamed(word: string): Label | null {
  const meaning = labelMeaning(word)
  return meaning?.sureness === 'name' ? meaning.label : null
}

/**
 * The scale of a file's labels. Throws `UsageError` where numbers could mean two things: a guess that is wrong would
 * look like a bad model.
 */
export function findScale(values: Iterable<string>): Scale {
  const found = new Set(Array.from(values, normal))
  const has = (...names: string[]): boolean => names.some((name) => found.has(name))
  if ([...found].some((value) => labelNamed(value) !== null)) return 'words'
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
