import { describe, expect, it } from 'vitest'
import type { ReadChoices } from '../../domain/reading.ts'
import type { Layout } from './layout.ts'
import { layoutOf } from './layoutOf.ts'

const layout = (text: string, choices: ReadChoices = {}, name = 'a.csv'): Layout =>
  layoutOf({ text, whole: true, name }, choices)

/** Line of the column names and where the rows are numbered from. */
const header = (
  text: string,
  choices: ReadChoices = {},
  name?: string,
): [line: number | null, number: number] => {
  const { reading, firstNumber } = layout(text, choices, name)
  return [reading.header?.value ?? null, firstNumber]
}

describe('column names', () => {
  it.each<[string, string, [number | null, number]]>([
    ['are known words', 'id;Review Text\nx;some words\n', [1, 2]],
    ['stand above numbers', 'Menge;Wertung\nviele;5\nwenig;3\n', [1, 2]],
    ['are short and new', 'foo,bar\nsome words,other words\n', [1, 2]],
    [
      'are long where known ones stand beside',
      `${'<b>long</b> '.repeat(20)},Version,Review\nx,1,y\n`,
      [1, 2],
    ],
    ['are missing where a date stands', '2026-11-02,5,Great app\n2026-11-03,1,Bad app\n', [null, 1]],
    ['are missing where a sentence stands', `x,${'word '.repeat(15)}\ny,other\n`, [null, 1]],
    ['are missing where values repeat', 'iOS,great\nAndroid,bad\niOS,fine\n', [null, 1]],
    ['are not “app” in a column of sources', 'app,love it,x\nemail,hate it,y\napp,ok,z\n', [null, 1]],
    ['begin with an unnamed column', ',review,stars\n0,ok,5\n1,bad,1\n', [1, 2]],
    ['are the names of the prototype', '__proto__,constructor,review\na,b,c\n', [1, 2]],
    ['stand below blank lines', '\n\r\n\nid,review\n1,ok\n', [4, 5]],
    ['stand below comments', '# export of 2026\n# by store\nid,review\n1,ok\n', [3, 4]],
    [
      'stand below a title',
      'Report of reviews\nMarch, 2026\n\nid,review,stars,x\n1,ok,5,y\n2,b,1,z\n',
      [4, 5],
    ],
    [
      'stand below a title with separators',
      'Report;;;\n;;;\nid;review;stars;x\n1;ok;5;y\n2;bad;1;z\n',
      [3, 4],
    ],
    ['are the first line of one column', 'review\nGood, cheap, fast\nBad, slow, ugly\n', [1, 2]],
    ['are a word above sentences', 'opinion\nI like this very much\nI do not like this at all\n', [1, 2]],
    ['stand below sep=', 'sep=;\nid;review\n1;ok\n', [2, 2]],
    ['may be all there is', 'review,stars\n', [1, 2]],
  ])('%s', (_name, text, expected) => {
    expect(header(text)).toEqual(expected)
  })

  it('are none in a list of texts', () => {
    expect(header('Good app\nBad app\nNice one\n', {}, 'texts.txt')).toEqual([null, 1])
  })

  it('can be chosen by their line, or to be none', () => {
    const text = 'Report\nid,review,x\n1,ok,y\n2,"two\nlines",z\n3,x,y\n'
    expect(header(text, { header: 2 })).toEqual([2, 3])
    expect(header(text, { header: 6 })).toEqual([6, 6])
    expect(header(text, { header: null })).toEqual([null, 1])
    expect(layout(text, { header: null }).start).toEqual({ offset: 0, line: 1 })
    expect(() => layout(text, { header: 5 })).toThrow(/line 5/)
  })

  it('are offered by their lines', () => {
    expect(layout('id,review\n1,"two\nlines"\n2,x\n').reading.header?.alternatives).toEqual([
      { value: 1, words: 'Line 1: id, review' },
      { value: 2, words: 'Line 2: 1, two lines' },
      { value: 4, words: 'Line 4: 2, x' },
      { value: null, words: 'No column names' },
    ])
  })
})

describe('delimiters', () => {
  it.each([
    ['sep=|\na|b,c\n1|2,3\n', '|'],
    ['"sep=;"\r\na;b\r\n', ';'],
    ['a^b\n1^2\n', '^'],
    ['a~b\n1~2\n', '~'],
    ['a\x1Fb\n1\x1F2\n', '\x1F'],
    ['a,b,c\n"say \\"a, b\\" now",2,3\n"\\",\\"",2,3\n', ','],
  ])('%j', (text, delimiter) => {
    expect(layout(text).reading.delimiter?.value).toBe(delimiter)
  })

  it('can be chosen to be any other character', () => {
    const { dialect, reading } = layout('a#b\n1#2\n', { delimiter: '#' })
    expect([dialect?.delimiter, reading.delimiter?.chosen, reading.format.value]).toEqual([
      '#',
      true,
      'table',
    ])
  })

  it.each(['', 'ab', '\n', '"', '😀'])('cannot be %j', (delimiter) => {
    expect(() => layout('a,b', { delimiter })).toThrow(RangeError)
  })
})

describe('formats', () => {
  it.each<[string, string, string]>([
    ['id,review\n1,ok\n', 'a.txt', 'table'],
    ['Good, really\nBad\n', 'a.txt', 'lines'],
    ['Good, really\nBad\n', 'Pasted rows', 'lines'],
    ['review\nGood, really\nBad\n', 'a.csv', 'table'],
    ['"Good, really"\n"Bad, too\nlines"\n', 'a.txt', 'table'],
    ['Review\r\n"Good, really"\r\nBad\r\n', 'a.txt', 'table'],
    ['Review\nHe said "Good"\n"Bad" is what I say\n', 'a.txt', 'lines'],
    ['{"review":"ok"}\n{"review":"bad"}\n', 'a.jsonl', 'json-lines'],
    ['[{"review":"ok"}]', 'a.txt', 'json'],
    ['{"reviews":[{"a":1}]}', 'a.json', 'json'],
    ['[id],review\n1,ok\n', 'a.csv', 'table'],
  ])('%j in %s', (text, name, format) => {
    expect(layout(text, {}, name).reading.format.value).toBe(format)
  })

  it('can be chosen', () => {
    expect(layout('a,b\n1,2\n', { format: 'lines' }).dialect).toMatchObject({ delimiter: null, quote: null })
    expect(layout('{"a":1}\n{"a":2}\n', { format: 'lines' }).dialect).toMatchObject({ delimiter: null })
    expect(layout('{"a":[{"b":1}]}', { format: 'json-lines' })).toMatchObject({
      start: { offset: 0, line: 1 },
      reading: { format: { value: 'json-lines', chosen: true } },
    })
  })

  it('say why', () => {
    const { reading } = layout('{"data":[{"a":1}]}')
    expect(reading.format.reason).toBe('It is a JSON object with a list in “data”.')
    expect(layout('a;b\n1;2\n').reading.delimiter?.reason).toBe(
      'It divides every line looked at into 2 cells.',
    )
  })
})
