import { TEXT_FORMATS } from '../domain/fileFormats.ts'
import type { ReadChoices } from '../domain/reading.ts'
import { asNumber, asRecord, asString } from '../lib/json.ts'

/** Choices as they were kept. Throws `TypeError` for what none can be; members of an archive are not kept. */
export function parseChoices(json: unknown): ReadChoices {
  const { format, encoding, delimiter, quote, escape, header, sheet } = asRecord(json, 'choices')
  return {
    ...(format !== undefined && {
      format: oneOf(
        TEXT_FORMATS.map(({ key }) => key),
        format,
      ),
    }),
    ...(encoding !== undefined && { encoding: asString(encoding, 'encoding') }),
    ...(delimiter !== undefined && { delimiter: asString(delimiter, 'delimiter') }),
    ...(quote !== undefined && { quote: oneOf(['"', "'", null] as const, quote) }),
    ...(escape !== undefined && { escape: oneOf(['doubled', 'backslash'] as const, escape) }),
    ...(header !== undefined && { header: header === null ? null : asNumber(header, 'header') }),
    ...(sheet !== undefined && { sheet: asString(sheet, 'sheet') }),
  }
}

/** Throws `TypeError` when `value` is none of `known`. */
export function oneOf<T>(known: readonly T[], value: unknown): T {
  const found = known.find((each) => each === value)
  if (found === undefined) throw new TypeError(`${JSON.stringify(value)} is none of ours`)
  return found
}
