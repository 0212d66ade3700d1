import { expect, it } from 'vitest'
import { sheetNames } from './sheetNames.ts'

it.each([
  [
    '<sheets><sheet name="A" sheetId="1" r:id="rId1"/><sheet sheetId="2" name=\'B c\'/></sheets>',
    ['A', 'B c'],
  ],
  [
    '<x:sheets><x:sheet name="Q&amp;A &lt;1&gt; &quot;x&quot; &#246;&#xE9;" /></x:sheets>',
    ['Q&A <1> "x" öé'],
  ],
  ['<sheet name="&unknown; &#x110000; &amp"/>', ['&unknown; &#x110000; &amp']],
  ['<sheets/><sheetViews name="no"/>', []],
])('%s', (xml, names) => {
  expect(sheetNames(xml)).toEqual(names)
})
