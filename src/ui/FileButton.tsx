import { useRef, type ChangeEvent } from 'react'
import { Button, type ButtonProps } from './Button.tsx'

export interface FileButtonProps extends Omit<ButtonProps, 'onClick' | 'type'> {
  /** As of `<input accept>`. */
  accept: string
  /** The accessible name of the file input behind the button. */
  inputLabel: string
  /** Called with at least one file. */
  onFiles: (files: File[]) => void
}

/**
 * A button that opens the browser's file chooser for one or several files. The button is the tab stop; the input
 * keeps its own name for voice control and screen readers.
 */
export function FileButton({ accept, inputLabel, onFiles, ...button }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null)
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
        ref={input}
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
