import type { FileFormat } from '../../domain/fileFormats.ts'
import { decided, type ReadChoices } from '../../domain/reading.ts'
import { countLines, utf8Length } from '../records/measure.ts'
import { guessHeader } from './header.ts'
import { jsonLayout, type JsonLayout } from './jsonText.ts'
import { FORMAT_CHOICES, type Head, type Layout } from './layout.ts'
import { tableLayout } from './tableLayout.ts'

/** Tells from the start of a text how it is divided. Throws `RangeError` for a choice that cannot be. */
export function layoutOf(head: Head, choices: ReadChoices): Layout {
  const json = jsonLayout(head.text)
  if (json && (choices.format === undefined || choices.format.startsWith('json'))) {
    return layoutOfJson(head.text, json, choices)
  }
  return tableLayout(head, choices)
}

function layoutOfJson(text: string, json: JsonLayout, choices: ReadChoices): Layout {
  const kind = choices.format ?? (json.kind === 'lines' ? 'json-lines' : 'json')
  const begin = kind === 'json' ? json.start : 0
  const cells = kind === 'json-lines' ? json.cells : undefined
  const format = decided<FileFormat>(
    choices.format,
    () => ({ value: kind, reason: jsonReason(json) }),
    FORMAT_CHOICES,
  )
  return {
    start: { offset: utf8Length(text, 0, begin), line: 1 + countLines(text, 0, begin) },
    header: cells !== undefined && guessHeader(cells.map((row) => ({ cells: row }))).header === 0,
    firstNumber: 2,
    dialect: null,
    escaped: false,
    inObject: json.property !== null,
    named: cells !== undefined,
    reading: { format, delimiter: null, quote: null, escape: null, header: null, leadingLines: 0 },
  }
}

function jsonReason({ kind, property, cells }: JsonLayout): string {
  if (cells) return 'Each line is a JSON list of cells.'
  if (kind === 'lines') return 'Each line is a JSON object.'
  return property === null
    ? 'It is a list of JSON values.'
    : `It is a JSON object with a list in “${property}”.`
}
