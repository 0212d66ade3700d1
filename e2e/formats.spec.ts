import { parquetWriteBuffer } from 'hyparquet-writer'
import { gzipOf, zipOf } from '../src/testing/archives.ts'
import { encodeText } from '../src/testing/encodeText.ts'
import { REVIEW_TEXTS } from '../src/testing/reviewTexts.ts'
import { workbookOf } from '../src/testing/workbook.ts'
import { expect, test } from './fixtures.ts'

test.use({ engine: 'stub' })

const TABLE = [
  ['Stars', 'Review'],
  ['5', 'Great app, I like “everything” about it'],
  ['1', 'It crashes all the time and nobody answers'],
]
const CSV = TABLE.map((cells) => cells.map((cell) => `"${cell}"`).join(';')).join('\r\n')
const LINES = TABLE.slice(1).map(([Stars, Review]) => `${JSON.stringify({ Stars, Review })}\n`)

/** Packed in parts that stand one behind the other, as `cat` joins archives. */
async function partsOf(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const parts = await Promise.all(
    [text.slice(0, 9), text.slice(9, 40), text.slice(40)].map((part) => gzipOf(part)),
  )
  return new Uint8Array(await new Blob(parts).arrayBuffer())
}

// The parts that read archives, workbooks and old encodings are fetched by the sealed worker when they are needed.
test('workbooks, archives and JSON give the same table', async ({ batch, page }) => {
  const workbook = await workbookOf({ Cover: [['Made by a tool']], Reviews: [...TABLE, ...TABLE.slice(1)] })
  const files = [
    { name: 'a.xlsx', body: workbook, facts: '4 rows · Excel sheet' },
    { name: 'b.csv.gz', body: await gzipOf(CSV), facts: '2 rows · UTF-8 · semicolon' },
    { name: 'parts.csv.gz', body: await partsOf(CSV), facts: '2 rows · UTF-8 · semicolon' },
    {
      name: 'c.zip',
      body: await zipOf({ 'c.csv': CSV, 'notes.txt': 'none' }),
      facts: '2 rows · UTF-8 · semicolon',
    },
    { name: 'd.zip', body: await zipOf({ 'd.xlsx': workbook }), facts: '4 rows · Excel sheet' },
    { name: 'e.jsonl', body: LINES.join(''), facts: '2 rows · UTF-8 · JSON Lines' },
    {
      name: 'cells.jsonl',
      body: TABLE.map((cells) => `${JSON.stringify(cells)}\n`).join(''),
      facts: '2 rows · UTF-8 · JSON Lines',
    },
    { name: 'f.json', body: `{"reviews":[${LINES.join(',')}]}`, facts: '2 rows · UTF-8 · JSON' },
    { name: 'g.json.gz', body: await gzipOf(`[${LINES.join(',')}]`), facts: '2 rows · UTF-8 · JSON' },
  ]
  await batch.openWithoutModel()
  for (const { name, body, facts } of files) {
    await batch.choose({ name, body })
    await expect(page.getByText(facts)).toBeVisible()
    expect((await batch.previewRows()).slice(0, 2)).toEqual(TABLE.slice(1))
    await expect(batch.textColumn.getByRole('option', { selected: true })).toHaveText('Review')
  }
})

test('a Parquet file opens by its own part of the program', async ({ batch, page }) => {
  const texts = Array.from({ length: 3000 }, (_, row) => `“Review ${row}”, which has\ntwo lines`)
  const body = new Uint8Array(
    parquetWriteBuffer({
      columnData: [
        { name: 'at', data: texts.map((_, row) => new Date(row * 86_400_000)), type: 'TIMESTAMP' },
        { name: 'stars', data: texts.map((_, row) => BigInt(row % 5) + 1n), type: 'INT64' },
        { name: 'review', data: texts.map((text, row) => (row === 1 ? null : text)), type: 'STRING' },
      ],
      rowGroupSize: 1000,
      codec: 'SNAPPY',
    }),
  )
  const parts: string[] = []
  page.context().on('request', (request) => parts.push(request.url()))
  await batch.openWithoutModel()
  const isFetched = (): boolean => parts.some((url) => url.includes('/parquet-'))
  expect(isFetched()).toBe(false)
  for (const { name, bytes } of [
    { name: 'a.parquet', bytes: body },
    { name: 'b.zip', bytes: await zipOf({ 'b.parquet': body }) },
  ]) {
    await batch.drop({ name, body: bytes })
    await expect(page.getByText('3,000 rows · Parquet')).toBeVisible()
    await expect(page.getByText('Read as: Parquet.')).toBeVisible()
    expect((await batch.previewRows()).slice(0, 2)).toEqual([
      ['1970-01-01', '1', '“Review 0”, which has\ntwo lines'],
      ['1970-01-02', '2', ''],
    ])
    await expect(batch.textColumn.getByRole('option', { selected: true })).toHaveText('review')
  }
  expect(isFetched()).toBe(true)
})

test('a part that cannot be fetched is asked for again with the next file', async ({
  batch,
  page,
  noise,
}) => {
  noise.expect(/ERR_FAILED|archive-/)
  const workbook = await workbookOf({ Reviews: TABLE })
  await batch.openWithoutModel()
  await page.context().route('**/archive-*', (route) => route.abort())
  await batch.choose({ name: 'a.xlsx', body: workbook })
  await expect(batch.alert).toContainText(
    'The part of the page that reads this kind of file could not be fetched.',
  )
  await page.context().unroute('**/archive-*')
  await batch.choose({ name: 'a.xlsx', body: workbook })
  await expect(page.getByText('2 rows · Excel sheet')).toBeVisible()
})

test('old encodings are told by their letters', async ({ batch, page }) => {
  const cases = [
    ['windows-1252', 'Windows-1252', REVIEW_TEXTS.German],
    ['windows-1251', 'Windows-1251', REVIEW_TEXTS.Russian],
    ['koi8-r', 'KOI8-R', REVIEW_TEXTS.Russian],
    ['shift_jis', 'Shift_JIS', REVIEW_TEXTS.Japanese],
    ['gb18030', 'GB18030 (simplified)', REVIEW_TEXTS['simplified Chinese']],
  ] as const
  await batch.openWithoutModel()
  for (const [label, words, texts] of cases) {
    const rows = texts.map((text, index) => [String(index + 1), text])
    const body = [['id', 'review'], ...rows].map((cells) => cells.join('\t')).join('\r\n')
    await batch.choose({ name: `${label}.txt`, body: encodeText(body, label) })
    await expect(page.getByText(`${rows.length} rows · ${words} · tab`)).toBeVisible()
    expect(await batch.previewRows()).toEqual(rows)
  }
})
