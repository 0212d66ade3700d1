import type { Model } from '../../inference/facade/model.ts'
import { readText } from './analyse.ts'
import { parseTextLink } from './textLink.ts'
import { useTextStore } from './textStore.ts'

/** Reads the text that an address carries, if it carries one; otherwise what the person typed stays. */
export function openTextLink(address: { hash: string; search: string }, model: Model): void {
  const link = parseTextLink(address)
  if (link === null) return
  useTextStore.setState({ link })
  void readText(link.text, model)
}
