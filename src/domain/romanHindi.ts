/** Frequent words of Hindi in Latin letters, none of which is an English one. */
const WORDS = new Set(
  (
    'aap aapka aapki acha achha achcha achhi accha achi aur bahut badhiya badiya bakwas bekar bhai bhi bhot bhut bilkul ' +
    'bohot dekha diya gaya gayi ghatiya gya hai hain hota hoti hum iska iske isko isme jaldi jaroor karna karo karta ' +
    'karte kharab kuch kya kyu kyun liye mein mera mere meri mujhe nahi nahin nhi paisa paise raha rahe rahi rha rhi ' +
    'sabse toh wala wale yeh zaroor'
  ).split(' '),
)

/**
 * Whether words look like Hindi as it is often typed, which detectors of languages do not know: at least two of them, and
 * a quarter of all, are frequent Hindi ones.
 */
export function isRomanHindi(words: readonly string[]): boolean {
  const known = words.filter((word) => WORDS.has(word.toLowerCase())).length
  return known >= 2 && known * 4 >= words.length
}
