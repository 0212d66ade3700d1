import type { Row } from '../../../table/protocol.ts'

/** Why a row has no answer. */
export function notClassifiedReason({ flags }: Pick<Row, 'flags'>): string {
  if (flags.includes('no_text')) return 'Without text'
  return flags.includes('unreadable') ? 'The model could not read it' : 'Waiting to be classified'
}
