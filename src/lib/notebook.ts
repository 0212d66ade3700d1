/** Small things that are kept between visits, as JSON. */
export interface Notebook {
  /** What `parse` makes of a page; null when it was never written, cannot be read, or `parse` throws. */
  read<T>(page: string, parse: (json: unknown) => T): T | null
  /** A browser that refuses to keep it forgets it: everything works without. */
  write(page: string, json: unknown): void
}

/** As much of `localStorage` as is used. */
export interface KeyedTexts {
  getItem(key: string): string | null
  setItem(key: string, text: string): void
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
  }
}
