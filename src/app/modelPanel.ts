import { create } from 'zustand'

/** Whether Model details is open: its button opens it, and so does a model that is dropped on the page. */
export const useModelPanel = create<{ open: boolean }>()(() => ({ open: false }))

export function openModelPanel(): void {
  useModelPanel.setState({ open: true })
}

export function closeModelPanel(): void {
  useModelPanel.setState({ open: false })
}
