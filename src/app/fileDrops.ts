import { createStore, type StoreApi } from 'zustand/vanilla'
import { looksLikeModel, placedFile, type PlacedFile } from '../inference/package/localFolder.ts'
import { droppedFiles } from './droppedFiles.ts'

export interface DropHandlers {
  /** Reviews. */
  onFiles: (files: readonly File[]) => void
  /** A model: a folder, or its files one by one. */
  onModel: (files: readonly PlacedFile[]) => void
  /** What was dropped could not be read. */
  onUnreadable: (reason: unknown) => void
}

/** Whether something that could be dropped is held over the page. */
export type Dragging = StoreApi<{ dragging: boolean }>

/**
 * Files dropped anywhere on the page, or pasted as files: reviews open in Batch, a model is offered for use. Listens for
 * as long as the page lives, from before anything is drawn: the browser itself opens what it finds no listener for.
 */
export function watchDrops(page: Document, { onFiles, onModel, onUnreadable }: DropHandlers): Dragging {
  const state: Dragging = createStore(() => ({ dragging: false }))
  const setDragging = (dragging: boolean): void => state.setState({ dragging })
  const take = (placed: readonly PlacedFile[]): void => {
    // An empty folder is said to hold no model; nothing at all would look like a page that does not listen.
    if (placed.length === 0 || looksLikeModel(placed)) onModel(placed)
    else onFiles(placed.map(({ file }) => file))
  }
  const takeDrag = (event: DragEvent): void => {
    if (event.dataTransfer?.types.includes('Files') !== true) return
    event.preventDefault()
    setDragging(true)
  }
  // Over an element that has just come under the pointer the browser asks by `dragenter` alone, and a file that is let go
  // there is refused unless that was answered.
  page.addEventListener('dragenter', takeDrag)
  page.addEventListener('dragover', takeDrag)
  page.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) setDragging(false)
  })
  page.addEventListener('drop', (event) => {
    setDragging(false)
    if (event.dataTransfer === null || event.dataTransfer.files.length === 0) return
    event.preventDefault()
    droppedFiles(event.dataTransfer).then(take, onUnreadable)
  })
  page.addEventListener('paste', (event) => {
    // Spreadsheets and word processors put a picture of what was copied beside its text.
    const files = [...(event.clipboardData?.files ?? [])].filter(({ type }) => !type.startsWith('image/'))
    if (files.length === 0) return
    event.preventDefault()
    take(files.map(placedFile))
  })
  return state
}
