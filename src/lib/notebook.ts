/** Small things that are kept between visits, as JSON. */
export interface Notebook {
  /** What `parse` makes of a page; null when it was never written, cannot be read, or `parse` throws. */
  read<T>(page: string, parse: (json: unknown) => T): T | null
  /** A browser that refuses to keep it forgets it: everything works without. */
  write(page: string, json: unknown): void
  /** A page that was never written is erased already. */
  erase(page: string): void
}

/** As much of `localStorage` as is used. */
export interface KeyedTexts {
  getItem(key: string): string | null
  setItem(key: string, text: string): void
  removeItem(key: string): void
}

/** `storage` is called each time: reading `localStorage` itself may throw. */
export function notebook(storage: () => KeyedTexts): Notebook {
  return {
    read(page, parse) {
      try {
        const text = storage().getItem(page)
        return text === null ? null : parse(JSON.parse(text))
      } catch {
        return null
      }
    },
    write(page, json) {
      try {
        storage().setItem(page, JSON.stringify(json))
      } catch {
        // Private windows and full disks refuse; the contract says that this is no error.
      }
    },
    erase(page) {
      try {
        storage().removeItem(page)
      } catch {
        // A browser that refuses to open its storage holds nothing in it.
      }
    },
  }
}
