import { formatCount, plural } from '../../../lib/format.ts'
import type { WorkbenchEvent } from '../../../workbench/state/events.ts'
import { fileNames } from './fileWords.ts'
import { LIST_END_WORDS } from './listWords.ts'
import { correctionWords, rowWords } from './rowWords.ts'
import { takenBackWords } from './runWords.ts'
import { sentenceOf, summaryWords } from './summaryWords.ts'

/** What screen readers say when something happened at the workbench. */
export function spokenWords(event: WorkbenchEvent): string {
  switch (event.kind) {
    case 'opened':
      return `${fileNames(event.table.files)} is open: ${plural(event.table.rows, 'row')}`
    case 'read-anew':
      return `Read anew: ${plural(event.rows, 'row')}`
    case 'run-started':
      return 'Classifying'
    case 'run-passed':
      return `${event.percent} percent done`
    case 'run-stopped':
      return 'Stopped. What is done is kept.'
    case 'run-done': {
      const aside = event.unreadable === 0 ? '' : `, ${formatCount(event.unreadable)} unreadable`
      return `Done: ${plural(event.classified, 'row')} classified${aside}`
    }
    case 'taken-back':
      return takenBackWords(event.rows)
    case 'listed':
      return `${plural(event.rows, 'row')} in the list`
    case 'counted':
      return sentenceOf(summaryWords(event.summary))
    case 'row-shown':
      return rowWords(event.row)
    case 'list-ended':
      return LIST_END_WORDS[event.end]
    case 'row-corrected':
      return correctionWords(event.row)
  }
}
