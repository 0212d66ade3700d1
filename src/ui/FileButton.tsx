import { useRef, type ChangeEvent } from 'react'
import { Button, type ButtonProps } from './Button.tsx'

export interface FileButtonProps extends Omit<ButtonProps, 'onClick' | 'type'> {
  /** As of `<input accept>`; a folder has all kinds of files. */
  accept?: string
  /** Chooses a folder with everything in it; where the browser cannot, its files are chosen one by one. */
  folder?: boolean
  /** The accessible name of the file input behind the button. */
  inputLabel: string
  /** Called with at least one file. */
  onFiles: (files: File[]) => void
}

/**
 * A button that opens the browser's file chooser for one or several files, or for a folder. The button is the tab stop; the input
 * keeps its own name for voice control and screen readers.
 */
export function FileButton({ accept, folder = false, inputLabel, onFiles, ...button }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null)
  const keep = (element: HTMLInputElement | null): void => {
    input.current = element
    // React knows no such attribute.
    if (element !== null) element.webkitdirectory = folder
  }
  const choose = (event: ChangeEvent<HTMLInputElement>): void => {
    const files = [...(event.target.files ?? [])]
    // Choosing the same file again must be a change again.
    event.target.value = ''
    if (files.length > 0) onFiles(files)
  }
  return (
    <>
      <Button {...button} onClick={() => input.current?.click()} />
      <input
        ref={keep}
        type="file"
        className="visually-hidden"
        tabIndex={-1}
        multiple
        accept={accept}
        aria-label={inputLabel}
        onChange={choose}
      />
    </>
  )
}
