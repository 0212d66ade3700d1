import { useEffect, type RefObject } from 'react'

/**
 * Single keys of a panel: `onKey` gets each that is pressed while focus is in the dialog around `content`, but not while
 * something is written or chosen there, nor with Ctrl, Alt or Meta. It returns true for a key that it took.
 */
export function usePanelKeys(
  content: RefObject<HTMLElement | null>,
  onKey: (key: string, repeated: boolean) => boolean,
): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const { target, key, repeat, ctrlKey, altKey, metaKey } = event
      if (ctrlKey || altKey || metaKey) return
      if (!(target instanceof HTMLElement) || target.matches('input, textarea, select')) return
      if (target.isContentEditable || content.current?.closest('[role=dialog]')?.contains(target) !== true)
        return
      if (onKey(key.toLowerCase(), repeat)) event.preventDefault()
    }
    // While it travels down: the dialog lets no arrow key out.
    document.addEventListener('keydown', listen, { capture: true })
    return () => document.removeEventListener('keydown', listen, { capture: true })
  }, [content, onKey])
}
