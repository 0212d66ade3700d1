/**
 * What the model reads of a text: HTML tags and entities resolved, control characters removed. Case, links,
 * @names and emoji are the tokenizer's business. The training recipe mirrors this function.
 */
export interface Cleaned {
  text: string
  /** True when tags or entities were removed. */
  markupRemoved: boolean
}

// A tag starts with a letter or a slash and a letter right after `<`, so "5 < 7 > 3" and "<3" stay.
const TAG = /<\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?>|<!doctype[^<>]*>/gi
// What the reader of a page never sees: where it starts, and where each kind ends.
const HIDDEN = /<(script|style)\b[^<>]*>|<!--/gi
const HIDDEN_ENDS = { script: /<\/script\s*>/gi, style: /<\/style\s*>/gi, comment: /-->/g }
// Blocks end a word; inline tags (<b>un</b>real) do not.
const BLOCK = /^<\/?(?:br|p|div|li|ul|ol|tr|td|th|table|h[1-6]|hr|blockquote|section|article)\b/i
const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}\d{0,2}));/gi
// Cc without tab, newline, return. Lone surrogates and format characters are left for the tokenizer.
const CONTROL = /[^\P{Cc}\t\n\r]/gu

/** The entities that review exports really contain; an unknown one is left as it is. */
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  bull: '•',
  middot: '·',
  copy: '©',
  reg: '®',
  trade: '™',
  deg: '°',
  euro: '€',
  pound: '£',
  yen: '¥',
  cent: '¢',
  times: '×',
  frac12: '½',
  eacute: 'é',
  egrave: 'è',
  ecirc: 'ê',
  agrave: 'à',
  aacute: 'á',
  acirc: 'â',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  szlig: 'ß',
  ccedil: 'ç',
  ntilde: 'ñ',
  iacute: 'í',
  oacute: 'ó',
  uacute: 'ú',
  ocirc: 'ô',
  aring: 'å',
  oslash: 'ø',
  aelig: 'æ',
  iexcl: '¡',
  iquest: '¿',
  shy: '',
  zwj: '\u200D',
  zwnj: '\u200C',
}

/** Pure; `clean(clean(t).text).text` may differ only where an entity spelled another entity (`&amp;lt;`). */
export function clean(source: string): Cleaned {
  // The common text has neither; one scan each keeps a hundred thousand rows cheap.
  const mayHaveMarkup = source.includes('<') || source.includes('&')
  const text = mayHaveMarkup ? decodeEntities(stripTags(source)) : source
  return { text: text.replace(CONTROL, '').trim(), markupRemoved: mayHaveMarkup && text !== source }
}

/** True when there is something to read: a letter, digit, punctuation mark or symbol (emoji are symbols). */
export function hasText(cleaned: string): boolean {
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(cleaned)
}

function stripTags(text: string): string {
  return removeHidden(text).replace(TAG, (tag) => (BLOCK.test(tag) ? '\n' : ''))
}

/** One look for an end that is not there settles its kind, so that a text of nothing but openings costs one scan each. */
function removeHidden(text: string): string {
  const open = new Set(['script', 'style', 'comment'])
  let kept = ''
  let from = 0
  for (const { 0: opening, 1: tag, index } of text.matchAll(HIDDEN)) {
    const kind = tag === undefined ? 'comment' : tag.toLowerCase() === 'script' ? 'script' : 'style'
    if (index < from || !open.has(kind)) continue
    const end = HIDDEN_ENDS[kind]
    end.lastIndex = index + opening.length
    if (end.exec(text) === null) {
      open.delete(kind)
      continue
    }
    kept += text.slice(from, index) + (kind === 'comment' ? '' : ' ')
    from = end.lastIndex
  }
  return kept + text.slice(from)
}

function decodeEntities(text: string): string {
  return text.replace(ENTITY, (entity, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return named(name) ?? named(name.toLowerCase()) ?? entity
    return fromCodePoint(decimal === undefined ? parseInt(hex ?? '', 16) : parseInt(decimal, 10)) ?? entity
  })
}

// Own names only: every object also has a `toString`, and somebody will write `&toString;`.
function named(name: string): string | undefined {
  return Object.hasOwn(NAMED, name) ? NAMED[name] : undefined
}

function fromCodePoint(code: number): string | undefined {
  const valid = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
  return valid ? String.fromCodePoint(code) : undefined
}
