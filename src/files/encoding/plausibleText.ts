const NON_ASCII_WORD = /[\p{L}\p{M}'’]*[^\p{ASCII}\P{L}][\p{L}\p{M}'’]*/gu
const LATIN = /\p{Script=Latin}/u
const OTHER_SCRIPT = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u
/** Scripts that write words next to Latin ones without a space. */
const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u
const ODD = /¤|[¦¬±¶¸¹²³¼½¾]\p{L}|\p{Ll}(?=\P{ASCII})\p{Lu}/u

/**
 * How far decoded text is something that people write, from 1 down to 0: controls and U+FFFD are not, nor Latin
 * letters within words of another script, which is what accents become when read as Cyrillic or Greek. A symbol that a
 * letter follows without a space, or a capital after a small letter, is a character read wrongly most of the time.
 */
export function plausibility(text: string): number {
  const strange = text.match(/[\u0080-\u009F\uFFFD]/g)?.length ?? 0
  if (strange * 50 > text.length) return 0
  const words = text.match(NON_ASCII_WORD) ?? []
  const mixed = words.filter((word) => LATIN.test(word) && OTHER_SCRIPT.test(word) && !EAST_ASIAN.test(word))
  if (mixed.length * 5 > words.length) return 0
  return ODD.test(text) ? 0.9 : 1
}
