import type { ReadText } from './analyse.ts'
import { parseTextLink, type PageAddress } from './textLink.ts'
import type { TextStore } from './textStore.ts'

/** Reads the text that an address carries, if it carries one; otherwise what the person typed stays. */
export function openTextLink(address: PageAddress, state: TextStore, readText: ReadText): void {
  const link = parseTextLink(address)
  if (link === null) return
  state.setState({ link })
  void readText(link.text)
}
