// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { pastedText } from './pasted.ts'

const paste = (html: string, plain = 'plain'): string => pastedText({ html, plain })

describe('pastedText', () => {
  it('takes a table of a web page', () => {
    const html = `<meta charset="utf-8"><table><thead><tr><th>Stars</th><th>Review</th></tr></thead>
      <tbody><tr><td>5</td><td>Good,<br>really   <b>good</b></td></tr><tr><td>1</td><td><p>Bad</p><p>"app"</p></td></tr></tbody></table>`
    expect(paste(html)).toBe('Stars\tReview\n5\t"Good,\nreally good"\n1\t"Bad\n""app"""\n')
  })

  it('takes the largest of several, without the tables inside its cells', () => {
    const html = `<table><tr><td>menu</td></tr></table><table><tr><th>a</th><th>b</th></tr>
      <tr><td>1<table><tr><td>x</td></tr></table></td><td>2</td></tr></table>`
    expect(paste(html)).toBe('a\tb\n1x\t2\n')
  })

  it('keeps columns in place where cells span several', () => {
    const html =
      '<table><tr><td colspan="2">a</td><td>b</td></tr><tr><td>1</td><td>2</td><td>3</td></tr></table>'
    expect(paste(html)).toBe('a\t\tb\n1\t2\t3\n')
  })

  it('keeps columns in place where cells span several rows', () => {
    const html = `<table><tr><th>Product</th><th>Stars</th><th>Review</th></tr>
      <tr><td rowspan="2">Lamp</td><td>5</td><td>Bright</td></tr><tr><td>1</td><td>Broke</td></tr>
      <tr><td>Chair</td><td colspan="2" rowspan="0">none</td></tr><tr><td>Table</td></tr></table>`
    expect(paste(html)).toBe(
      'Product\tStars\tReview\nLamp\t5\tBright\n\t1\tBroke\nChair\tnone\t\nTable\t\t\n',
    )
  })

  it('ends a cell that spans rows with its part of the table', () => {
    const html = `<table><thead><tr><th rowspan="9">a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>`
    expect(paste(html)).toBe('a\tb\n1\t2\n')
  })

  it.each([
    ['no table', '<p>one</p><p>two</p>'],
    ['nothing', ''],
    ['a table of one column', '<table><tr><td>a</td></tr><tr><td>b</td></tr></table>'],
    ['a table of one row', '<table><tr><td>a</td><td>b</td></tr></table>'],
    [
      'a sheet of Google',
      '<google-sheets-html-origin><table><tr><td>a</td><td>b</td></tr><tr><td>1</td><td>2</td></tr></table>',
    ],
    [
      'a sheet of Excel',
      '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table><tr><td>a</td><td>b</td></tr><tr><td>1</td><td>2</td></tr></table>',
    ],
  ])('takes the plain text where there is %s', (_name, html) => {
    expect(paste(html, 'a\tb\n')).toBe('a\tb\n')
  })

  it('runs nothing and fetches nothing', () => {
    const html = `<table><tr><td>a<script>window.owned = 1</script></td><td><img src="x" onerror="window.owned = 1">b</td></tr>
      <tr><td>&lt;b&gt;1&lt;/b&gt;</td><td><style>td { color: red }</style>2</td></tr></table>`
    expect(paste(html)).toBe('a\tb\n<b>1</b>\t2\n')
    expect('owned' in window).toBe(false)
  })
})
