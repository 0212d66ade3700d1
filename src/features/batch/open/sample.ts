import { UndertoneError } from '../../../domain/errors.ts'

/** The reviews that come with Undertone: an invented fitness app with one bad release. */
const NAME = 'stridewell-reviews.csv'

/** Fails with `file-unreadable` when this copy of the site does not have it. */
export async function fetchSample(): Promise<File> {
  const response = await fetch(new URL(`samples/${NAME}`, document.baseURI)).catch((cause: unknown) => {
    throw new UndertoneError('file-unreadable', `${NAME}: no answer`, { cause })
  })
  if (!response.ok) throw new UndertoneError('file-unreadable', `${NAME}: status ${response.status}`)
  return new File([await response.blob()], NAME, { type: 'text/csv' })
}
