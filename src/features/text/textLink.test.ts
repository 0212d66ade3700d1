import { expect, it } from 'vitest'
import { fragmentLink, parseTextLink } from './textLink.ts'

it.each([
  ['no text', '', '', null],
  ['another fragment', '#top', '', null],
  ['an empty fragment', '#text=', '', null],
  ['only spaces', '#text=%20%20', '', null],
  ['percent-encoded', '#text=I%20love%20it%21', '', { text: 'I love it!', kind: 'fragment' }],
  [
    'several bytes per character',
    '#text=caf%C3%A9%20%F0%9F%99%8C',
    '',
    { text: 'café 🙌', kind: 'fragment' },
  ],
  ['unencoded, with & and +', '#text=A&B+C=D', '', { text: 'A&B+C=D', kind: 'fragment' }],
  [
    'a percent sign that encodes nothing',
    '#text=100%%20sure%2',
    '',
    { text: '100% sure%2', kind: 'fragment' },
  ],
  ['bytes that are no character', '#text=a%FFb', '', { text: 'a%FFb', kind: 'fragment' }],
  ['the old form, plus for space', '', '?input_str=I+love%20it%2B', { text: 'I love it+', kind: 'query' }],
  ['the old form among others', '', '?a=1&input_str=x&b=2', { text: 'x', kind: 'query' }],
  ['the old form, malformed', '', '?input_str=100%+sure%E0%A4', { text: '100% sure\uFFFD', kind: 'query' }],
  ['the old form, empty', '', '?input_str=', null],
  ['both: the private one wins', '#text=b', '?input_str=a', { text: 'b', kind: 'fragment' }],
])('reads %s', (_, hash, search, expected) => {
  expect(parseTextLink({ hash, search })).toEqual(expected)
})

it.each(['I love it', 'a+b & c = 100 %?', 'Zeile 1\nZeile 2', 'café 🙌 #text=x', '<b>"quoted"</b>'])(
  'links to %j without telling the host',
  (text) => {
    const url = new URL(fragmentLink(text, 'https://example.org/app/?input_str=old&x=1#y'))
    expect(url.origin + url.pathname + url.search).toBe('https://example.org/app/')
    expect(parseTextLink(url)).toEqual({ text, kind: 'fragment' })
  },
)
