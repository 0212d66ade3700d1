import { describe, expect, it } from 'vitest'
import { encodeText } from '../../testing/encodeText.ts'
import { REVIEW_TEXTS, type Language } from '../../testing/reviewTexts.ts'
import { detectEncoding, markLength } from './encoding.ts'
import { ENCODINGS, encodingName } from './encodings.ts'

const utf8 = (text: string): Uint8Array => encodeText(text, 'utf-8')

describe('encodings that leave no doubt', () => {
  it.each([
    ['nothing', new Uint8Array(), 'utf-8', 0],
    ['plain text', utf8('id,review\n1,ok'), 'utf-8', 0],
    ['UTF-8 with mark', utf8('\uFEFFid,review'), 'utf-8', 3],
    ['UTF-8 without mark', utf8('id,review\n1,très bien'), 'utf-8', 0],
    ['UTF-16 LE with mark', encodeText('\uFEFFid,review', 'utf-16le'), 'utf-16le', 2],
    ['UTF-16 BE with mark', encodeText('\uFEFFid,review', 'utf-16be'), 'utf-16be', 2],
    ['UTF-16 LE without mark', encodeText('id,review\n1,très bien', 'utf-16le'), 'utf-16le', 0],
    ['UTF-16 BE without mark', encodeText('id,review\n1,très bien', 'utf-16be'), 'utf-16be', 0],
    [
      'UTF-16 LE of Japanese',
      encodeText(`内容,星\n${REVIEW_TEXTS.Japanese.join(',5\n')},1\n`, 'utf-16le'),
      'utf-16le',
      0,
    ],
    ['a stray NUL', utf8('id,review\n1,a\0b'), 'utf-8', 0],
    ['ISO-2022-JP', Uint8Array.of(0x61, 0x1b, 0x24, 0x42, 0x24, 0x22, 0x1b, 0x28, 0x42), 'iso-2022-jp', 0],
  ])('%s', async (_name, head, label, mark) => {
    expect(await detectEncoding(head)).toMatchObject({ label, mark })
  })

  it('are UTF-8 where the sample cuts a character off', async () => {
    const sample = utf8('id,review\n1,ok 😀').slice(0, -2)
    expect((await detectEncoding(sample, { cut: true })).label).toBe('utf-8')
    expect((await detectEncoding(sample)).label).not.toBe('utf-8')
  })

  it('are UTF-8 with a few damaged places', async () => {
    const damaged = [...utf8('größer, schöner, süßer, tüchtiger '), 0xff, ...utf8('und für alle')]
    expect(await detectEncoding(Uint8Array.from(damaged))).toMatchObject({
      label: 'utf-8',
      confidence: 'likely',
    })
  })

  it('have no byte-order mark further down', async () => {
    const part = Uint8Array.of(0xff, 0xfe, 0x61, 0x62, 0x63)
    expect((await detectEncoding(part, { first: false })).label).not.toBe('utf-16le')
  })
})

describe('encodings told by their letters', () => {
  const cases: [string, Language[]][] = [
    ['windows-1252', ['German', 'French', 'Italian', 'English']],
    ['windows-1250', ['Polish', 'Czech', 'Hungarian']],
    ['windows-1251', ['Russian', 'Bulgarian']],
    ['windows-1253', ['Greek']],
    ['windows-1254', ['Turkish']],
    ['windows-874', ['Thai']],
    ['iso-8859-15', ['French with euro']],
    ['iso-8859-2', ['Polish']],
    ['koi8-r', ['Russian']],
    ['shift_jis', ['Japanese']],
    ['euc-jp', ['Japanese']],
    ['euc-kr', ['Korean']],
    ['gb18030', ['simplified Chinese']],
    ['big5', ['traditional Chinese']],
  ]
  const each = cases.flatMap(([label, languages]) => languages.map((language) => ({ label, language })))

  it.each(each)('$label of a single $language review', async ({ label, language }) => {
    for (const text of REVIEW_TEXTS[language]) {
      expect(await readAs(`text\n${text}\n`, label), text).toBe(`text\n${text}\n`)
    }
  })

  it.each(each)('$label of $language reviews in a table', async ({ label, language }) => {
    const rows = REVIEW_TEXTS[language].map((text, row) => `${row};5;${text};2.1.0`)
    const table = ['id;stars;review;version', ...rows, ''].join('\r\n')
    expect(await readAs(table, label)).toBe(table)
  })

  it.each(each)('$label of a few $language reviews among English ones', async ({ label, language }) => {
    const plain = 'The app is nice and works well on my phone, I like it a lot'
    const texts = REVIEW_TEXTS[language]
    const rows = Array.from({ length: 300 }, (_, row) =>
      row % 60 === 0 ? texts[(row / 60) % texts.length] : plain,
    )
    const table = ['review', ...rows].join('\n')
    expect(await readAs(table, label)).toBe(table)
  })

  it('is that of old Macs where line breaks are theirs', async () => {
    const text = ['review', ...REVIEW_TEXTS.German, ...REVIEW_TEXTS.English].join('\r')
    expect(await readAs(text, 'macintosh')).toBe(text)
  })

  it('says which language it takes it for, and how sure that is', async () => {
    const long = await detectEncoding(encodeText(REVIEW_TEXTS.Russian.join('\n'), 'windows-1251'))
    expect(long).toEqual({
      label: 'windows-1251',
      mark: 0,
      reason: 'It is not UTF-8; its letters look like text in Russian in Windows-1251.',
      confidence: 'likely',
    })
    const short = await detectEncoding(encodeText('café', 'windows-1252'))
    expect(short).toMatchObject({ label: 'windows-1252', confidence: 'unsure' })
  })
})

/** The text after it was written in an encoding and read in the one that is detected. */
async function readAs(text: string, label: string): Promise<string> {
  const bytes = encodeText(text, label)
  const detected = await detectEncoding(bytes)
  // Several pieces: Node decodes Windows-1252 as Latin-1 when it is asked for everything at once.
  const decoder = new TextDecoder(detected.label)
  return decoder.decode(bytes, { stream: true }) + decoder.decode()
}

describe('markLength', () => {
  it.each([
    ['utf-8', utf8('\uFEFFa'), 3],
    ['utf-8', utf8('a'), 0],
    ['utf-16le', Uint8Array.of(0xff, 0xfe, 0x61, 0), 2],
    ['windows-1252', utf8('\uFEFFa'), 0],
  ])('%s', (label, head, length) => {
    expect(markLength(head, label)).toBe(length)
  })
})

describe('ENCODINGS', () => {
  // Node lacks one that browsers have.
  it.each(ENCODINGS.filter(({ label }) => label !== 'iso-8859-16'))('$name can be decoded', ({ label }) => {
    expect(new TextDecoder(label).encoding).toBe(label)
    expect(encodingName(label)).not.toBe('')
  })
})
