/** An encoding that browsers can decode, as a person chooses it. */
export interface NamedEncoding {
  /** What `TextDecoder` calls it. */
  label: string
  name: string
  script: string
}

const BY_SCRIPT: readonly (readonly [
  script: string,
  ...encodings: (readonly [label: string, name: string])[],
])[] = [
  ['Any script', ['utf-8', 'UTF-8'], ['utf-16le', 'UTF-16 LE'], ['utf-16be', 'UTF-16 BE']],
  [
    'Western European',
    ['windows-1252', 'Windows-1252'],
    ['iso-8859-15', 'ISO-8859-15'],
    ['macintosh', 'Mac OS Roman'],
    ['iso-8859-14', 'ISO-8859-14 (Celtic)'],
    ['iso-8859-10', 'ISO-8859-10 (Nordic)'],
    ['iso-8859-3', 'ISO-8859-3 (South European)'],
  ],
  [
    'Central European',
    ['windows-1250', 'Windows-1250'],
    ['iso-8859-2', 'ISO-8859-2'],
    ['iso-8859-16', 'ISO-8859-16 (Romanian)'],
  ],
  ['Baltic', ['windows-1257', 'Windows-1257'], ['iso-8859-13', 'ISO-8859-13'], ['iso-8859-4', 'ISO-8859-4']],
  [
    'Cyrillic',
    ['windows-1251', 'Windows-1251'],
    ['koi8-r', 'KOI8-R'],
    ['koi8-u', 'KOI8-U'],
    ['iso-8859-5', 'ISO-8859-5'],
    ['ibm866', 'IBM 866 (DOS)'],
    ['x-mac-cyrillic', 'Mac OS Cyrillic'],
  ],
  ['Greek', ['windows-1253', 'Windows-1253'], ['iso-8859-7', 'ISO-8859-7']],
  ['Turkish', ['windows-1254', 'Windows-1254']],
  [
    'Hebrew',
    ['windows-1255', 'Windows-1255'],
    ['iso-8859-8', 'ISO-8859-8'],
    ['iso-8859-8-i', 'ISO-8859-8-I'],
  ],
  ['Arabic', ['windows-1256', 'Windows-1256'], ['iso-8859-6', 'ISO-8859-6']],
  ['Thai', ['windows-874', 'Windows-874']],
  ['Vietnamese', ['windows-1258', 'Windows-1258']],
  ['Japanese', ['shift_jis', 'Shift_JIS'], ['euc-jp', 'EUC-JP'], ['iso-2022-jp', 'ISO-2022-JP']],
  ['Korean', ['euc-kr', 'EUC-KR']],
  ['Chinese', ['gb18030', 'GB18030 (simplified)'], ['big5', 'Big5 (traditional)']],
]

/** Every encoding on offer, by script. UTF-32 and the encodings of DOS and mainframes are none of them. */
export const ENCODINGS: readonly NamedEncoding[] = BY_SCRIPT.flatMap(([script, ...encodings]) =>
  encodings.map(([label, name]) => ({ label, name, script })),
)

/** As a person reads it. Throws `RangeError` for a label that is not on offer. */
export function encodingName(label: string): string {
  const found = ENCODINGS.find((encoding) => encoding.label === label)
  if (!found) throw new RangeError(`There is no encoding ${label}`)
  return found.name
}

/** How the bytes of a file become characters, and how that is known. */
export interface Encoding {
  /** What `TextDecoder` calls it. */
  label: string
  /** Length of the byte-order mark in bytes, 0 without one. */
  mark: number
  reason: string
  /** `certain`: the bytes leave no doubt; `likely` and `unsure` are guesses. */
  confidence: 'certain' | 'likely' | 'unsure'
}
