import { expect, it } from 'vitest'
import { textTest } from './search.ts'

it.each([
  ['app', 'the app is good', true],
  ['app', 'happy', false],
  ['app', 'happy app', true],
  ['APP', 'app', true],
  ['app', 'app’s', true],
  ['app', 'app2', false],
  ['app', '2app', false],
  ['app', 'x-app.', true],
  ['é', 'caf\u00e9', false],
  ['log in', 'to log in again', true],
  ['log in', 'to log into', false],
  ['b', '𝐚b', false],
  ['b', 'b𝐚', false],
  ['b', '😀b😀', true],
  ['a', 'a\u0301', false],
])('the word %j in %j: %s', (word, text, found) => {
  expect(textTest({ kind: 'word', word })(text.toLowerCase())).toBe(found)
})

it('a phrase is found within words, whatever the case', () => {
  expect(textTest({ kind: 'phrase', phrase: ' APP ' })('happy')).toBe(true)
  expect(textTest({ kind: 'phrase', phrase: 'app' })('ap p')).toBe(false)
  expect(textTest({ kind: 'phrase', phrase: '' })('')).toBe(true)
})
