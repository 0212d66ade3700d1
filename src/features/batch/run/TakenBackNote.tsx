import { Note } from '../../../ui/Note.tsx'
import { takenBackWords } from '../words/runWords.ts'

/** Says so when answers of this run were taken back. */
export function TakenBackNote({ rows }: { rows: number }) {
  return rows === 0 ? null : <Note>{takenBackWords(rows)}</Note>
}
