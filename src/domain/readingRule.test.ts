import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { splitWindows } from '../inference/worker/windows.ts'
import { clean } from './clean.ts'
import { READING_RULE } from './readingRule.ts'

const TEXTS = [
  '',
  '  plain words, twice  ',
  'It is <b>fine</b>, un<i>real</i><br>next<p>line</p>',
  '5 < 7 > 3 and <3',
  'Tom &amp; Jerry &lt;b&gt; &nbsp;&hellip; &#39;quoted&#39; &#x1F600; &unknown; &toString;',
  '<script>hidden()</script>shown<!-- not shown -->',
  '<style>p {}</style><script>never closed',
  'a\u0000b\u0007c\u0085d\ttab\nline\r\nreturn',
  'emoji 😀 and half \ud83d of one, \u200b\u200d\ufeff',
  '&shy;soft&zwj;joined&AMP;&Eacute;&eacute;',
  '<!DOCTYPE html><html><body class="a">text</body></html>',
  'Ünïcödé ﬁligree ＦＵＬＬ',
]

const LENGTHS = [0, 1, 126, 127, 152, 220, 221, 500, 5000]

/** What the rule of this number makes of the texts and lengths above. */
const KNOWN = { rule: 1, hash: '6d0cd271778a4afb864c5874d7d04e5e7a192dad81a5101e3e9715703ffee0b2' }

it('is raised when anything else is read of a text', () => {
  const read = {
    texts: TEXTS.map((text) => clean(text)),
    windows: LENGTHS.map((pieces) => splitWindows(pieces, { size: 126, overlap: 32 })),
  }
  const hash = createHash('sha256').update(JSON.stringify(read)).digest('hex')
  expect({ rule: READING_RULE, hash }).toEqual(KNOWN)
})
