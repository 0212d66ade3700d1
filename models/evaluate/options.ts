import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { NumberScale } from '../../src/domain/labelMeaning.ts'
import { NUMBER_SCALES } from './labelScale.ts'
import type { Columns } from './rawRow.ts'
import { UsageError } from './usageError.ts'

export const USAGE = `npm run evaluate -- FILE [options]

FILE holds labelled texts, in any format that the app reads and with the same guesses: a text and a label column (words,
0 to 2, or 1 to 5 stars), and where known classes, source and domain.

  --limit N        at most N rows of each source, spread evenly over the file
  --json OUT       write all figures to OUT
  --text NAME      the column with the texts
  --label NAME     the column with the labels
  --numbers KIND   what numbers mean, where it is not plain: labels, binary (0 negative, 1 positive) or stars
  --model FOLDER   another model than the shipped one
  --workers N      threads, each with a copy of the model; 1 unless given
`

export interface Options {
  file: string
  limit: number
  json: string | null
  columns: Columns
  numbers: NumberScale | null
  /** Null for the shipped one. */
  model: string | null
  workers: number
}

/** Paths are relative to `from`. Throws `UsageError`. */
export function readOptions(args: readonly string[], from: string): Options {
  const { values, positionals } = parse(args)
  const [file, ...more] = positionals
  if (file === undefined) throw new UsageError('Name the file to evaluate on.')
  if (more.length > 0) throw new UsageError(`One file at a time, please: ${positionals.join(', ')}.`)
  const path = (value: string | undefined): string | null =>
    value === undefined ? null : resolve(from, value)
  const numbers = NUMBER_SCALES.find((scale) => scale === values.numbers) ?? null
  if (values.numbers !== undefined && numbers === null) {
    throw new UsageError(`--numbers is one of ${NUMBER_SCALES.join(', ')}.`)
  }
  return {
    file: resolve(from, file),
    limit: values.limit === undefined ? Infinity : count('--limit', values.limit),
    json: path(values.json),
    columns: { text: values.text ?? null, label: values.label ?? null },
    numbers,
    model: path(values.model),
    workers: values.workers === undefined ? 1 : count('--workers', values.workers),
  }
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        limit: text,
        json: text,
        text,
        label: text,
        numbers: text,
        model: text,
        workers: text,
      },
    })
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : String(cause), { cause })
  }
}

function count(name: string, value: string): number {
  if (/^[1-9]\d*$/.test(value)) return Number(value)
  throw new UsageError(`${name} is a whole number, 1 or more.`)
}
