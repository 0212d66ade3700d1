import { describe, expect, it } from 'vitest'
import type { ReadChoices } from '../../../domain/reading.ts'
import { gzipOf, zipOf } from '../../../testing/archives.ts'
import { encodeText } from '../../../testing/encodeText.ts'
import { REVIEW_TEXTS } from '../../../testing/reviewTexts.ts'
import { PATIENCE } from '../../../testing/runs.ts'
import { workbookOf } from '../../../testing/workbook.ts'
import type { Peek } from '../../protocol.ts'
import { openTable, peekTable } from './openTable.ts'
import { SeenFiles } from '../../../files/open/seenFiles.ts'

type Body = string | Uint8Array<ArrayBuffer>

const file = (body: Body, name = 'a.csv'): File => new File([body], name, { lastModified: 1 })
const peek = (body: Body, choices: ReadChoices = {}, name?: string): Promise<Peek> =>
  peekTable([file(body, name)], [choices])

describe('peekTable', { timeout: PATIENCE }, () => {
  it('shows the first 50 rows as they will be read', async () => {
    const rows = Array.from({ length: 80 }, (_, row) => `${row},text ${row}`)
    const { preview, columns, textColumn } = await peek(['id,review', ...rows].join('\n'))
    expect(preview).toHaveLength(50)
    expect(preview[49]).toEqual(['49', 'text 49'])
    expect([columns.map(({ name }) => name), textColumn]).toEqual([['id', 'review'], 1])
  })

  it('leaves out a row that its part of the file cuts off', async () => {
    const long = 'x'.repeat(100_000)
    const { preview } = await peek(`id,review\n1,${long}\n2,${long}\n3,${long}\n4,short\n`)
    expect(preview.map(([id]) => id)).toEqual(['1', '2'])
  })

  it('shows no row where not even the first one fits', async () => {
    const { preview, columns } = await peek(`id,review\n1,"${'x'.repeat(300_000)}"\n2,y\n`)
    expect(preview).toEqual([])
    expect(columns.map(({ name }) => name)).toEqual(['id', 'review'])
  })

  it('does not break a character at its end', async () => {
    const { files } = await peek(`review\n${'é'.repeat(200_000)}\n`)
    expect(files[0]).toMatchObject({ encoding: 'UTF-8', undecodable: 0 })
    const japanese = encodeText(`review\n${REVIEW_TEXTS.Japanese.join('').repeat(3000)}\n`, 'shift_jis')
    expect((await peek(japanese)).files[0]).toMatchObject({ encoding: 'Shift_JIS', undecodable: 0 })
  })

  it.each<[string, Body, ReadChoices, string[][]]>([
    [
      'an encoding',
      encodeText('review;x\nрусский;1\n', 'koi8-r'),
      { encoding: 'windows-1251' },
      [['ТХУУЛЙК', '1']],
    ],
    ['a delimiter', 'a;b,c\n1;2,3\n', { delimiter: ',' }, [['1;2', '3']]],
    ['quotes', "a,b\n'1,2',3\n", { quote: "'" }, [['1,2', '3']]],
    ['no quotes', 'a,b\n"1,2"\n', { quote: null }, [['"1', '2"']]],
    ['an escape', 'a,b\n"x\\\\y",2\n', { escape: 'backslash' }, [['x\\y', '2']]],
    ['a line of column names', 'x,y\na,b\n1,2\n', { header: 2 }, [['1', '2']]],
    [
      'no column names',
      'a,b\n1,2\n',
      { header: null },
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['a format', 'x,bad day\n1,good day\n', { format: 'lines' }, [['x,bad day'], ['1,good day']]],
  ])('follows the choice of %s', async (_name, body, choices, expected) => {
    const { preview, files } = await peek(body, choices)
    expect(preview).toEqual(expected)
    const { format, encoding, delimiter, quote, escape, header } = files[0]!.reading
    expect([format, encoding, delimiter, quote, escape, header].some((guess) => guess?.chosen)).toBe(true)
    const { opened } = await openTable([file(body)], [choices])
    expect(opened.preview).toEqual(expected)
  })

  it('refuses choices that cannot be', async () => {
    await expect(peek('a,b\n1,2', { encoding: 'utf-32' })).rejects.toThrow(/utf-32/)
    await expect(peek('a,b\n1,2', { delimiter: 'xy' })).rejects.toThrow(RangeError)
    await expect(peek('a,b\n1,2', { header: 7 })).rejects.toThrow(/line 7/)
  })

  it('counts what an encoding cannot decode', async () => {
    const body = encodeText('review;x\ngrößer;1\n', 'windows-1252')
    const { files, preview } = await peek(body, { encoding: 'utf-8' })
    expect(files[0]?.undecodable).toBe(2)
    expect(preview).toEqual([['gr\uFFFD\uFFFDer', '1']])
  })

  it('takes the choices of each file', async () => {
    const { preview, files } = await peekTable(
      [file('a,b\n1,2\n'), file('x;y\na;b\n3;4\n', 'b.csv')],
      [{}, { header: 2 }],
    )
    expect(preview).toEqual([
      ['1', '2'],
      ['3', '4'],
    ])
    expect(files.map(({ delimiter }) => delimiter)).toEqual([',', ';'])
  })

  it('looks into archives', async () => {
    const csv = `id,review\n${'1,ok\n'.repeat(100_000)}`
    expect((await peek(await gzipOf(csv), {}, 'a.csv.gz')).preview).toHaveLength(50)
    expect((await peek(await zipOf({ 'a.csv': csv }), {}, 'a.zip')).preview).toHaveLength(50)
  })

  it(
    'asked again with another choice, answers sooner than the first time whatever the size',
    async () => {
      const rows = Array.from({ length: 3000 }, (_, row) => [row, 5, `a review in a workbook, number ${row}`])
      const cases: [File, ReadChoices][] = [
        [file(`id,review\n${'1,"a row of a large file"\n'.repeat(500_000)}`), { delimiter: ';' }],
        [
          file(encodeText(`id;review\n${'1;größer und schöner\n'.repeat(300_000)}`, 'windows-1252')),
          { header: null },
        ],
        [file(await workbookOf({ A: [['id', 'stars', 'review'], ...rows] }), 'a.xlsx'), { header: null }],
      ]
      for (const [large, choices] of cases) {
        const seen = new SeenFiles()
        const started = performance.now()
        await peekTable([large], [], seen)
        const between = performance.now()
        await peekTable([large], [choices], seen)
        expect(performance.now() - between).toBeLessThan(between - started)
      }
    },
    PATIENCE,
  )

  it('agrees with what is found when all is read', async () => {
    // Plain as far as a look goes, and Windows-1252 further down.
    const plain = 'id;review\n' + '1;plain words only\n'.repeat(20_000)
    const body = encodeText(`${plain}2;größer, schöner, süßer\n`, 'windows-1252')
    expect((await peek(body)).files[0]?.encoding).toBe('UTF-8')
    const { opened, rows } = await openTable([file(body)])
    expect(opened.files[0]?.encoding).toBe('Windows-1252')
    expect((await rows.read(Uint32Array.of(20_000)))[0]).toEqual(['2', 'größer, schöner, süßer'])
  })
})
