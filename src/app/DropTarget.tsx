import { useEffect, useState } from 'react'
import styles from './DropTarget.module.css'

/** Files dropped anywhere on the page, or pasted as files, open in Batch. */
export function DropTarget({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const [dragging, setDragging] = useState(false)

  // The whole document is the target: only its own listeners see a drag that begins outside the page.
  useEffect(() => {
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
      const files = [...(event.dataTransfer?.files ?? [])]
      if (files.length === 0) return
      event.preventDefault()
      onFiles(files)
    }
    const paste = (event: ClipboardEvent): void => {
      const files = [...(event.clipboardData?.files ?? [])]
      if (files.length === 0) return
      event.preventDefault()
      onFiles(files)
    }
    document.addEventListener('dragover', over)
    document.addEventListener('dragleave', leave)
    document.addEventListener('drop', drop)
    document.addEventListener('paste', paste)
    return () => {
      document.removeEventListener('dragover', over)
      document.removeEventListener('dragleave', leave)
      document.removeEventListener('drop', drop)
      document.removeEventListener('paste', paste)
    }
  }, [onFiles])

  return dragging ? (
    <div className={styles['overlay']}>Drop to open in Batch. Nothing leaves this device.</div>
  ) : null
}
