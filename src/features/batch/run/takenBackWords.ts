import { plural } from '../../../lib/format.ts'

/** Why progress fell: "1,250 rows are read again: …". */
export function takenBackWords(rows: number): string {
  const verb = rows === 1 ? 'is' : 'are'
  return `${plural(rows, 'row')} ${verb} read again: a part of the engine no longer gave the reference answers, and what it had read was taken back.`
}
