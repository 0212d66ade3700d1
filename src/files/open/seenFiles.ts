import type { Encoding } from '../encoding/encodings.ts'
import type { Sheet } from '../formats/workbook.ts'
import { Recent } from '../../lib/recent.ts'

/** What took long to find out about a file, kept for the next look at it. */
export interface SeenFile {
  encoding: Encoding | null
  /** A workbook's sheets, and each that was read so far as CSV. */
  sheets: Sheet[] | null
  csv: Map<string, Blob>
}

/** The files looked at last: a choice is tried without reading them anew. */
export class SeenFiles {
  private readonly recent = new Recent<string, SeenFile>(16)

  /** `member`: its name in an archive. A file that changed meanwhile is another one. */
  of(file: File, member: string): SeenFile {
    const key = JSON.stringify([file.name, file.size, file.lastModified, member])
    const known = this.recent.get(key)
    if (known) return known
    const seen: SeenFile = { encoding: null, sheets: null, csv: new Map() }
    this.recent.set(key, seen)
    return seen
  }
}
