/** A text that came with the page's address. */
export interface TextLink {
  text: string
  /** A `fragment` stays in the browser; a `query` was sent to the page's host. */
  kind: 'fragment' | 'query'
}

/** The parts of a page's address that can carry a text, as `window.location` has them. */
export interface PageAddress {
  hash: string
  search: string
}

const FRAGMENT = '#text='
/** The parameter of the HTTP endpoint that such links were once made for. */
const QUERY = 'input_str'

/**
 * The text in an address, or null. In `#text=` everything after it is the text, so a hand-written `&` or `+` is kept;
 * `?input_str=` is decoded as a form is, where `+` is a space. Never throws: what is not valid percent-encoding is
 * kept as it stands. The fragment wins when there are both.
 */
export function parseTextLink({ hash, search }: PageAddress): TextLink | null {
  const fragment = hash.startsWith(FRAGMENT) ? decodeFragment(hash.slice(FRAGMENT.length)) : ''
  if (fragment.trim() !== '') return { text: fragment, kind: 'fragment' }
  const query = new URLSearchParams(search).get(QUERY) ?? ''
  return query.trim() === '' ? null : { text: query, kind: 'query' }
}

/** The address that opens the same text on the same page without any host seeing it. */
export function fragmentLink(text: string, page: string): string {
  const url = new URL(page)
  url.search = ''
  url.hash = FRAGMENT + encodeURIComponent(text)
  return url.href
}

function decodeFragment(encoded: string): string {
  return encoded.replace(/(?:%[0-9a-f]{2})+/gi, (bytes) => {
    try {
      return decodeURIComponent(bytes)
    } catch {
      return bytes
    }
  })
}
