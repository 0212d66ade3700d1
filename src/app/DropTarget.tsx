import { useEffect, useState } from 'react'
import { looksLikeModel, type PlacedFile } from '../inference/package/localFolder.ts'
import { droppedFiles, placedFile } from './droppedFiles.ts'
import styles from './DropTarget.module.css'

interface Props {
  /** Reviews. */
  onFiles: (files: readonly File[]) => void
  /** A model: a folder, or its files one by one. */
  onModel: (files: readonly PlacedFile[]) => void
  /** What was dropped could not be read. */
  onUnreadable: (reason: unknown) => void
}

/** Files dropped anywhere on the page, or pasted as files: reviews open in Batch, a model is offered for use. */
export function DropTarget({ onFiles, onModel, onUnreadable }: Props) {
  const [dragging, setDragging] = useState(false)

  // The whole document is the target: only its own listeners see a drag that begins outside the page.
  useEffect(() => {
    const take = (placed: readonly PlacedFile[]): void => {
      // An empty folder is said to hold no model; nothing at all would look like a page that does not listen.
      if (placed.length === 0 || looksLikeModel(placed)) onModel(placed)
      else onFiles(placed.map(({ file }) => file))
    }
    const over = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes('Files') !== true) return
      event.preventDefault()
      setDragging(true)
    }
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setDragging(false)
    }
    const drop = (event: DragEvent): void => {
      setDragging(false)
      if (event.dataTransfer === null || event.dataTransfer.files.length === 0) return
      event.preventDefault()
      droppedFiles(event.dataTransfer).then(take, onUnreadable)
    }
    const paste = (event: ClipboardEvent): void => {
      // Spreadsheets and word processors put a picture of what was copied beside its text.
      const files = [...(event.clipboardData?.files ?? [])].filter(({ type }) => !type.startsWith('image/'))
      if (files.length === 0) return
      event.preventDefault()
      take(files.map(placedFile))
    }
    // Over an element that has just come under the pointer the browser asks by `dragenter` alone, and a file that is
    // let go there is refused unless that was answered.
    document.addEventListener('dragenter', over)
    document.addEventListener('dragover', over)
    document.addEventListener('dragleave', leave)
    document.addEventListener('drop', drop)
    document.addEventListener('paste', paste)
    return () => {
      document.removeEventListener('dragenter', over)
      document.removeEventListener('dragover', over)
      document.removeEventListener('dragleave', leave)
      document.removeEventListener('drop', drop)
      document.removeEventListener('paste', paste)
    }
  }, [onFiles, onModel, onUnreadable])

  return dragging ? (
    <div className={styles['overlay']}>
      Drop reviews to open them in Batch, or a model’s folder to use it. Nothing leaves this device.
    </div>
  ) : null
}
