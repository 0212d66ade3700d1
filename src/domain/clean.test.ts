import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clean, hasText } from './clean.ts'

describe('tags', () => {
  it.each([
    { source: 'a <b>bold</b> word', text: 'a bold word' },
    { source: '<b>un</b>real', text: 'unreal' },
    { source: '<div><p>one <i>two</i></p></div>', text: 'one two' },
    { source: 'one<br>two<br/>three<BR />four', text: 'one\ntwo\nthree\nfour' },
    { source: '<p>one</p><p class="x">two</p>', text: 'one\n\ntwo' },
    { source: '<ul><li>one<li>two</ul>', text: 'one\ntwo' },
    { source: '<h2>Title</h2>body', text: 'Title\nbody' },
    { source: '<pre>kept as a word</pre>', text: 'kept as a word' },
    { source: '<a href="https://x.example/?a=1&b=2">link</a>', text: 'link' },
    { source: '<my-tag data-x=1>custom</my-tag>', text: 'custom' },
    { source: '<!DOCTYPE html>page', text: 'page' },
    { source: 'a <b>never closed', text: 'a never closed' },
    { source: 'closed</b> but never opened', text: 'closed but never opened' },
    { source: '<<b>i>odd', text: '<i>odd' },
  ])('$source', ({ source, text }) => {
    expect(clean(source)).toEqual({ text, markupRemoved: true })
  })

  it.each(['<3 this app', 'I <3 it', '5 < 7 > 3', 'a<b', 'cut off <b', '<>', '< b >', '<5>', '<-- look'])(
    'leaves %s as it is',
    (source) => {
      expect(clean(source)).toEqual({ text: source, markupRemoved: false })
    },
  )
})

describe('what the reader of a page never sees', () => {
  it.each([
    { source: 'a<!-- hidden -->b', text: 'ab' },
    { source: 'a<!-- two\nlines > -->b', text: 'ab' },
    { source: 'a<script>alert("bad")</script>b', text: 'a b' },
    { source: 'a<STYLE type="text/css">p { color: red }</Style >b', text: 'a b' },
    { source: '<script>one</script>kept<script>two</script>', text: 'kept' },
    { source: '<script src="x">if (a < b) {}</script>kept', text: 'kept' },
  ])('$source', ({ source, text }) => {
    expect(clean(source)).toEqual({ text, markupRemoved: true })
  })

  it.each([
    { source: 'a<script>never closed', text: 'anever closed' },
    { source: '<scripted>word', text: 'word' },
  ])('keeps the words of $source', ({ source, text }) => {
    expect(clean(source).text).toBe(text)
  })

  it('leaves a comment that never ends', () => {
    expect(clean('a <!-- b')).toEqual({ text: 'a <!-- b', markupRemoved: false })
  })
})

describe('entities', () => {
  it.each([
    { source: 'fish &amp; chips', text: 'fish & chips' },
    { source: '&lt;b&gt;', text: '<b>' },
    { source: '&quot;great&quot; isn&apos;t', text: '"great" isn\'t' },
    { source: 'caf&eacute; 5&euro;', text: 'café 5€' },
    { source: '&AMP; &Quot;', text: '& "' },
    { source: '&frac12; star', text: '½ star' },
    { source: 'a&nbsp;b', text: 'a b' },
    { source: 'a&shy;b', text: 'ab' },
    { source: 'isn&#39;t', text: "isn't" },
    { source: 'isn&#0039;t', text: "isn't" },
    { source: '&#x1F600;&#X2764;', text: '😀❤' },
    { source: '&#128077;', text: '👍' },
    { source: '&amp;lt;', text: '&lt;' },
    { source: '&amp;amp;', text: '&amp;' },
    { source: 'a&#7;b', text: 'ab' },
  ])('$source', ({ source, text }) => {
    expect(clean(source)).toEqual({ text, markupRemoved: true })
  })

  it.each([
    'AT&T; rocks',
    '&unknown;',
    'R&D',
    'a & b',
    '&amp',
    '&;',
    '&#;',
    '&#x;',
    '&#0;',
    '&#xD800;',
    '&#57343;',
    '&#x110000;',
    '&#1114112;',
    '&#99999999;',
    '&toString;',
    '&valueOf;',
  ])('leaves %s as it is', (source) => {
    expect(clean(source)).toEqual({ text: source, markupRemoved: false })
  })

  it('decodes the last code point there is', () => {
    expect(clean('&#x10FFFF;').text).toBe('\u{10FFFF}')
  })
})

describe('control characters and space', () => {
  it.each([
    { what: 'NUL and bell', source: 'a\u0000b\u0007c', text: 'abc' },
    { what: 'escape, delete and C1', source: 'a\u001Bb\u007Fc\u0085d\u009Fe', text: 'abcde' },
    { what: 'tab and line breaks', source: 'a\tb\nc\r\nd', text: 'a\tb\nc\r\nd' },
    { what: 'no-break space and above', source: 'a\u00A0b', text: 'a\u00A0b' },
    { what: 'space at both ends', source: ' \n text \t', text: 'text' },
    { what: 'a byte-order mark', source: '\uFEFFtext', text: 'text' },
    { what: 'nothing', source: '', text: '' },
  ])('$what: $text', ({ source, text }) => {
    expect(clean(source)).toEqual({ text, markupRemoved: false })
  })

  it('does not call a removed control character markup', () => {
    expect(clean('5 < 7\u0000')).toEqual({ text: '5 < 7', markupRemoved: false })
  })
})

describe('any text', () => {
  const piece = fc.constantFrom(
    '<',
    '>',
    '</',
    '<b>',
    '<br>',
    '<script>',
    '</script>',
    '<!--',
    '-->',
    '&',
    '&#',
    ';',
  )
  const source = fc
    .array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 30 })
    .map((parts) => parts.join(''))

  it('never throws and never leaves a control character besides tab and line breaks', () => {
    fc.assert(
      fc.property(source, (text) => {
        expect(clean(text).text).not.toMatch(/(?![\t\n\r])\p{Cc}/u)
      }),
    )
  })

  it('comes back unchanged, but for space at the ends, when it holds neither tags nor entities', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'é', '😀', ' ', '<3', '>', '.', '!') }), (text) => {
        expect(clean(text)).toEqual({ text: text.trim(), markupRemoved: false })
      }),
    )
  })

  it('survives being written as entities', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const escaped = Array.from(text, (character) => `&#${character.codePointAt(0) ?? 0};`).join('')
        expect(clean(escaped).text).toBe(text.trim())
      }),
    )
  })
})

describe('hasText', () => {
  it.each(['a', '7', '😀', '❤️', '...', '?!', '★★★★★', '好', '€', ' x '])(
    'finds something to read in %s',
    (text) => {
      expect(hasText(text)).toBe(true)
    },
  )

  it.each(['', ' ', '\t\n', '\u200B', '\u200D\uFE0F', '\u00A0', '\u0301', '\uD800', '\u2028'])(
    'finds nothing to read in %j',
    (text) => {
      expect(hasText(text)).toBe(false)
    },
  )
})

it.each(['<script>', '<!--', '<style>', '&', '<a '])('reads a megabyte of %s in linear time', (piece) => {
  // Quadratic work would take minutes here and time the test out.
  const text = piece.repeat(1_000_000 / piece.length)
  expect(clean(text).text.length).toBeLessThanOrEqual(text.length)
})
