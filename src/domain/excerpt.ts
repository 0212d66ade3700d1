/** More than fits two lines of the widest table; a cell of 5 MB must not travel to the page to be clipped there. */
const EXCERPT = 500

/** The beginning of a text, with an ellipsis when there is more; never half of a surrogate pair. */
export function excerpt(text: string): string {
  if (text.length <= EXCERPT) return text
  const last = text.charCodeAt(EXCERPT - 1)
  const end = last >= 0xd800 && last <= 0xdbff ? EXCERPT - 1 : EXCERPT
  return `${text.slice(0, end)}…`
}
