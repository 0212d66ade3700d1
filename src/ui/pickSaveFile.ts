export interface SavedKind {
  /** With its dot: `.csv`. */
  ending: string
  mime: string
}

interface SavePicker {
  showSaveFilePicker(options: {
    suggestedName: string
    types: { accept: Record<string, string[]> }[]
  }): Promise<FileSystemFileHandle>
}

/** True where a page can write a file as it goes, at a place that a person chooses. */
export function canPickSaveFile(): boolean {
  return hasPicker(window)
}

/**
 * Asks where to save; only right after a click or key, and only where `canPickSaveFile`. Null when the person changed
 * their mind. Rejects as the browser does where a page may not ask, in a frame of another site.
 */
export async function pickSaveFile(
  name: string,
  { ending, mime }: SavedKind,
): Promise<FileSystemFileHandle | null> {
  if (!hasPicker(window)) throw new RangeError('this browser asks for no place to save')
  try {
    return await window.showSaveFilePicker({
      suggestedName: name,
      types: [{ accept: { [mime]: [ending] } }],
    })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null
    throw error
  }
}

function hasPicker(target: object): target is SavePicker {
  return 'showSaveFilePicker' in target && typeof target.showSaveFilePicker === 'function'
}
