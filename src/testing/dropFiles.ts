/** Files by path, as the browser gives those of a folder: bit by bit, an empty portion at the end. */
export interface Tree {
  [name: string]: File | Tree
}

/** jsdom knows no folders. */
export function looseFile(name: string, content: BlobPart = 'x'): File {
  return Object.defineProperty(new File([content], name), 'webkitRelativePath', { value: '' })
}

/** A page of its own: what listens to it ends with the test. */
export function emptyPage(): Document {
  return document.implementation.createHTMLDocument()
}

export function drag(page: Document, kind: 'dragenter' | 'dragover', types: readonly string[]): Event {
  return dispatch(page, kind, 'dataTransfer', { types })
}

export function drop(page: Document, tree: Tree): Event {
  const entries = Object.entries(tree)
  return dispatch(page, 'drop', 'dataTransfer', {
    types: ['Files'],
    files: entries.map(([name, content]) => (content instanceof File ? content : new File([], name))),
    items: entries.map(([name, content]) => ({ webkitGetAsEntry: () => entryOf(name, content) })),
  })
}

export function paste(page: Document, files: readonly File[]): Event {
  return dispatch(page, 'paste', 'clipboardData', { files })
}

function dispatch(page: Document, type: string, field: string, value: object): Event {
  const event = new Event(type, { bubbles: true, cancelable: true })
  Object.defineProperty(event, field, { value })
  page.body.dispatchEvent(event)
  return event
}

function entryOf(
  name: string,
  content: File | Tree,
  parent = '',
): Partial<FileSystemDirectoryEntry & FileSystemFileEntry> {
  const fullPath = `${parent}/${name}`
  if (content instanceof File) {
    return { name, fullPath, isFile: true, isDirectory: false, file: (resolve) => resolve(content) }
  }
  const portions = [...Object.entries(content).map(([child, inner]) => [entryOf(child, inner, fullPath)]), []]
  return {
    name,
    fullPath,
    isFile: false,
    isDirectory: true,
    createReader: () => ({
      readEntries: (resolve) => resolve((portions.shift() ?? []) as FileSystemEntry[]),
    }),
  }
}
