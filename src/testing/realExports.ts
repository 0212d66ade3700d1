import { encodeText } from './encodeText.ts'
import { CSV, writeTable } from './writeTable.ts'

/** A file as a real tool exports it, and what must be read of it. Everything in it is made up. */
export interface RealExport {
  name: string
  bytes: Uint8Array<ArrayBuffer>
  columns: string[]
  /** Cells of each row, as many as there are columns. */
  rows: string[][]
  /** Lines of the pieces that are no rows. */
  skippedLines: number[]
  /** Names of the columns that are to be guessed: for texts and what else there is. */
  roles: Readonly<Record<string, string>>
  encoding: string
}

const PRAISE = 'I love this app, it plans my runs better than any coach did.'
const COMPLAINT = 'Crashes every time I open it since the last update, please fix it.'

type Table = Pick<RealExport, 'columns' | 'rows'>

const text = ({ columns, rows }: Table, dialect = CSV): string => writeTable([columns, ...rows], dialect)

/** The monthly report of Google Play: UTF-16 with a mark, and most rows have stars only. */
function googlePlay(rows = 12): RealExport {
  const columns = [
    'Package Name',
    'App Version Code',
    'App Version Name',
    'Reviewer Language',
    'Device',
    'Review Submit Date and Time',
    'Review Submit Millis Since Epoch',
    'Review Last Update Date and Time',
    'Review Last Update Millis Since Epoch',
    'Star Rating',
    'Review Title',
    'Review Text',
    'Developer Reply Date and Time',
    'Developer Reply Millis Since Epoch',
    'Developer Reply Text',
    'Review Link',
  ]
  const made = Array.from({ length: rows }, (_, row) => {
    const submitted = new Date(Date.UTC(2026, 10, 1 + (row % 28), 8, row % 60))
    const iso = submitted.toISOString().replace('.000', '')
    const body = row % 3 === 0 ? '' : row % 3 === 1 ? PRAISE : `${COMPLAINT}\nSchade, “früher” war's gut 😀`
    const replied = row % 6 === 1
    return [
      'com.example.stridewell',
      String(20_300 + (row % 3)),
      `2.${row % 3}.0`,
      row % 4 === 0 ? 'de' : 'en',
      'panther',
      iso,
      String(submitted.getTime()),
      iso,
      String(submitted.getTime()),
      String((row % 5) + 1),
      '',
      body,
      replied ? iso : '',
      replied ? String(submitted.getTime()) : '',
      replied ? 'Thank you for telling us, we are looking into it and will answer soon.' : '',
      body === '' ? '' : `http://play.google.com/console/developers/1/reviews?reviewId=${row}`,
    ]
  })
  const table = { columns, rows: made }
  return {
    name: 'reviews_com.example.stridewell_202611.csv',
    bytes: encodeText(`\uFEFF${text(table, { ...CSV, newline: '\n' })}`, 'utf-16le'),
    ...table,
    skippedLines: [],
    roles: {
      text: 'Review Text',
      stars: 'Star Rating',
      version: 'App Version Name',
      date: 'Review Submit Date and Time',
      language: 'Reviewer Language',
    },
    encoding: 'UTF-16 LE',
  }
}

/** Customer reviews of App Store Connect, as its tools save them. */
function appStoreConnect(): RealExport {
  const columns = ['id', 'createdDate', 'rating', 'title', 'body', 'reviewerNickname', 'territory']
  const rows = Array.from({ length: 12 }, (_, row) => [
    `00000085-23${row}a-4c9e-00000000`,
    `2026-11-${String(row + 1).padStart(2, '0')}T08:00:00-07:00`,
    String((row % 5) + 1),
    row % 2 === 0 ? 'Best one yet' : 'Not any more',
    row % 2 === 0 ? PRAISE : COMPLAINT,
    `runner ${row}`,
    row % 2 === 0 ? 'USA' : 'DEU',
  ])
  return {
    name: 'customer-reviews.csv',
    bytes: encodeText(text({ columns, rows }), 'utf-8'),
    columns,
    rows,
    skippedLines: [],
    roles: {
      text: 'body',
      title: 'title',
      stars: 'rating',
      date: 'createdDate',
      group: 'territory',
      id: 'id',
    },
    encoding: 'UTF-8',
  }
}

/** A service of company reviews: a mark, quotes around everything, company replies longer than reviews. */
function serviceReviews(): RealExport {
  const columns = [
    'Review Id',
    'Review Created (UTC)',
    'Review Consumer User Id',
    'Review Title',
    'Review Content',
    'Review Stars',
    'Source Of Review',
    'Review Language',
    'Domain URL',
    'Tags',
    'Company Reply Date (UTC)',
    'Company Reply',
    'Location Name',
  ]
  const rows = Array.from({ length: 12 }, (_, row) => [
    `66f0${row}c2a9`,
    `2026-11-${String(row + 1).padStart(2, '0')} 10:15:00`,
    `5e1${row}77`,
    row % 2 === 0 ? 'Delivered in "two" days' : 'Never again',
    row % 2 === 0 ? `${PRAISE} Would order again.` : `${COMPLAINT}\n\nNo answer from support.`,
    String(row % 2 === 0 ? 5 : 1),
    row % 3 === 0 ? 'Organic' : 'InvitationLinkApi',
    'en',
    'www.example.test',
    '',
    row % 4 === 0 ? '2026-11-20 09:00:00' : '',
    row % 4 === 0 ? `Hi there, thank you so much for your kind words! ${'We are glad. '.repeat(20)}` : '',
    '',
  ])
  return {
    name: 'company-reviews.csv',
    bytes: encodeText(`\uFEFF${writeTable([columns, ...rows], CSV, true)}`, 'utf-8'),
    columns,
    rows,
    skippedLines: [],
    roles: {
      text: 'Review Content',
      title: 'Review Title',
      stars: 'Review Stars',
      date: 'Review Created (UTC)',
      language: 'Review Language',
      group: 'Source Of Review',
      id: 'Review Id',
    },
    encoding: 'UTF-8',
  }
}

/** Saved by Excel in Germany: semicolons, Windows-1252, days before months, decimal commas. */
function germanExcel(): RealExport {
  const columns = ['Nr', 'Datum', 'Sterne', 'Bewertung', 'Preis']
  const rows = Array.from({ length: 12 }, (_, row) => [
    String(row + 1),
    `${String(row + 10).padStart(2, '0')}.11.2026`,
    String((row % 5) + 1),
    row % 2 === 0
      ? 'Größe passt, „sehr schön“; würde ich wieder kaufen.'
      : 'Zu teuer für das, was es kann – schade.',
    '12,50 €',
  ])
  return {
    name: 'Bewertungen.csv',
    bytes: encodeText(text({ columns, rows }, { ...CSV, delimiter: ';' }), 'windows-1252'),
    columns,
    rows,
    skippedLines: [],
    roles: { text: 'Bewertung', date: 'Datum', stars: 'Sterne' },
    encoding: 'Windows-1252',
  }
}

/** Saved by Excel on an old Mac: line breaks are CR, letters those of Mac OS Roman. */
function oldMac(): RealExport {
  const columns = ['Date', 'Rating', 'Comments']
  const rows = Array.from({ length: 12 }, (_, row) => [
    `${row + 1}/${row + 13}/99`,
    String((row % 5) + 1),
    row % 2 === 0 ? 'The café menu is “great”, I’d come again.' : 'Naïve waiters – never again, señor.',
  ])
  return {
    name: 'guestbook.csv',
    bytes: encodeText(text({ columns, rows }, { ...CSV, newline: '\r' }), 'macintosh'),
    columns,
    rows,
    skippedLines: [],
    roles: { text: 'Comments', date: 'Date', stars: 'Rating' },
    encoding: 'Mac OS Roman',
  }
}

/** Three rows in the middle open a quote that is never closed. */
function brokenInTheMiddle(rows = 300): RealExport {
  const columns = ['id', 'stars', 'review']
  const broken = new Set([100, 150, 151])
  const lines = Array.from({ length: rows }, (_, row) =>
    broken.has(row)
      ? `${row},3,"He said that`
      : `${row},${(row % 5) + 1},"${row % 2 === 0 ? PRAISE : COMPLAINT}"`,
  )
  return {
    name: 'broken.csv',
    bytes: encodeText([columns.join(','), ...lines, ''].join('\n'), 'utf-8'),
    columns,
    rows: Array.from({ length: rows }, (_, row) => [
      String(row),
      String((row % 5) + 1),
      row % 2 === 0 ? PRAISE : COMPLAINT,
    ]).filter((_, row) => !broken.has(row)),
    skippedLines: [...broken].map((row) => row + 2),
    roles: { text: 'review', stars: 'stars', id: 'id' },
    encoding: 'UTF-8',
  }
}

/** Everything that careless programs run, lose or fall over. */
function hostile(): RealExport {
  const columns = ['__proto__', 'constructor', '<img src=x onerror=alert(1)>', 'toString', 'review']
  const rows = [
    ['polluted', 'x', '<script>alert(1)</script>', '=1+1', PRAISE],
    ['{}', 'null', '\u202Egnp.exe\u202C', '-5', `${COMPLAINT} \u2066hidden\u2069`],
    ['a\0b', '\0', '\uFEFF', '\u200B', 'NUL\0 in a text that is fine otherwise'],
    ['', '', '', '', 'half a pair \uFFFD and a whole one 😀'],
  ]
  // A lone half of a pair can only be written in UTF-16.
  const written = text({ columns, rows }).replace('\uFFFD', '\uD83D')
  return {
    name: 'hostile <b>.csv',
    bytes: encodeText(`\uFEFF${written}`, 'utf-16be'),
    columns,
    rows,
    skippedLines: [],
    roles: { text: 'review' },
    encoding: 'UTF-16 BE',
  }
}

/** One cell of that many bytes, beside reviews of a usual length. */
function hugeCell(bytes = 5_000_000): RealExport {
  const columns = ['id', 'review', 'device log']
  const rows = [
    ['1', PRAISE, ''],
    ['2', COMPLAINT, 'word "quoted"\n'.repeat(Math.ceil(bytes / 14))],
    ['3', COMPLAINT, ''],
  ]
  return {
    name: 'huge.csv',
    bytes: encodeText(text({ columns, rows }), 'utf-8'),
    columns,
    rows,
    skippedLines: [],
    roles: { text: 'review' },
    encoding: 'UTF-8',
  }
}

/** As many columns as that. */
function wide(columns = 1000): RealExport {
  const names = Array.from({ length: columns }, (_, column) =>
    column === 500 ? 'review' : `field ${column}`,
  )
  const rows = Array.from({ length: 20 }, (_, row) =>
    names.map((_name, column) => (column === 500 ? `${PRAISE} ${row}` : `${row}-${column}`)),
  )
  return {
    name: 'wide.csv',
    bytes: encodeText(text({ columns: names, rows }), 'utf-8'),
    columns: names,
    rows,
    skippedLines: [],
    roles: { text: 'review' },
    encoding: 'UTF-8',
  }
}

/** All of them that are small. */
export const REAL_EXPORTS: readonly (() => RealExport)[] = [
  googlePlay,
  appStoreConnect,
  serviceReviews,
  germanExcel,
  oldMac,
  brokenInTheMiddle,
  hostile,
  hugeCell,
  wide,
]

/** A file of that many bytes in which a quote opens at a tenth and is never closed; its line, and its rows. */
export function unclosedQuote(bytes: number): { body: Blob; rows: number; line: number } {
  const row = (index: number): string =>
    `${index},${(index % 5) + 1},${index % 2 === 0 ? PRAISE : COMPLAINT}\n`.replaceAll(', ', ' ')
  const block = 10_000
  const parts: string[] = ['id,stars,review\n']
  let [size, rows, line] = [0, 0, 0]
  while (size < bytes) {
    const lines = Array.from({ length: block }, (_, index) => row(rows + index))
    if (line === 0 && size >= bytes / 10) {
      line = rows + 2
      lines[0] = `${rows},5,"open ${PRAISE}\n`.replaceAll(', ', ' ')
    }
    const part = lines.join('')
    parts.push(part)
    size += part.length
    rows += block
  }
  return { body: new Blob(parts), rows: rows - 1, line }
}
