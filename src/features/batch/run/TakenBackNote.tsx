import { Note } from '../../../ui/Note.tsx'
import { useBatchStore } from '../batchStore.ts'
import { takenBackWords } from './takenBackWords.ts'

/** Says so when answers of this run were taken back. */
export function TakenBackNote() {
  const rows = useBatchStore((state) => state.takenBack)
  return rows === 0 ? null : <Note>{takenBackWords(rows)}</Note>
}
