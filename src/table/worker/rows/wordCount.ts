/** Words of a text; scripts without spaces count about two characters a word. */
export function wordCount(text: string): number {
  const spaced = text.match(/\S+/g)?.length ?? 0
  return spaced + (text.match(/[\u0E00-\u0E7F\u3040-\u30FF\u3400-\u9FFF]/g)?.length ?? 0) / 2
}
