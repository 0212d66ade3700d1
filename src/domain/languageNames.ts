/** Codes that name no language, and an abbreviation of “not available” that is a code as well. */
const NONE = new Set(['und', 'mul', 'mis', 'zxx', 'na'])

const LONGEST = 64

let known: Map<string, string> | null = null

/**
 * Whether a cell of a language column names English: a code (`en`, `en-GB`, `eng`), a name in English or in the language
 * itself (`German`, `Deutsch`), also among other words (`Chinese (Simplified)`). Null when it names no language.
 */
export function namesEnglish(cell: string): boolean | null {
  // A longer cell is no name.
  const words =
    cell
      .slice(0, LONGEST)
      .toLowerCase()
      .match(/\p{L}[\p{L}\p{M}]*/gu) ?? []
  const [first = ''] = words
  const codes = /^[a-z]{2,3}$/.test(first) ? [codeOf(first)] : []
  known ??= languageNames()
  const found = [...codes, ...words.map((word) => known?.get(word) ?? null)].filter((code) => code !== null)
  return found.length === 0 ? null : found.includes('en')
}

/** The canonical code (`en` for `eng`), or null when it is none. */
function codeOf(code: string): string | null {
  if (NONE.has(code) || nameIn('en', code) === undefined) return null
  return Intl.getCanonicalLocales(code)[0] ?? null
}

/** Codes of all languages with two letters by their names in English and in themselves. */
function languageNames(): Map<string, string> {
  const names = new Map<string, string>()
  const letters = Array.from('abcdefghijklmnopqrstuvwxyz')
  for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
    for (const name of [nameIn('en', code), nameIn(code, code)]) {
      if (name !== undefined && !/\s/.test(name)) names.set(name.toLowerCase(), code)
    }
  }
  return names
}

function nameIn(locale: string, code: string): string | undefined {
  return new Intl.DisplayNames([locale], { type: 'language', fallback: 'none' }).of(code)
}
