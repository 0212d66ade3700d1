import { describe, expect, it } from 'vitest'
import { notebook, type KeyedTexts } from './notebook.ts'

function texts(): KeyedTexts & { pages: Map<string, string> } {
  const pages = new Map<string, string>()
  return {
    pages,
    getItem: (key) => pages.get(key) ?? null,
    setItem: (key, text) => void pages.set(key, text),
    removeItem: (key) => void pages.delete(key),
  }
}

const number = (json: unknown): number => {
  if (typeof json !== 'number') throw new TypeError('no number')
  return json
}

describe('notebook', () => {
  it('reads what was written', () => {
    const kept = notebook(() => texts())
    kept.write('page', 7)
    const same = texts()
    const book = notebook(() => same)
    book.write('page', 7)
    expect(book.read('page', number)).toBe(7)
  })

  it.each([
    { what: 'was never written', text: null },
    { what: 'is cut', text: '{"a":' },
    { what: 'says something else', text: '"seven"' },
    { what: 'is empty', text: '' },
  ])('reads null from a page that $what', ({ text }) => {
    const same = texts()
    if (text !== null) same.pages.set('page', text)
    expect(notebook(() => same).read('page', number)).toBeNull()
  })

  it('erases a page and no other', () => {
    const same = texts()
    const book = notebook(() => same)
    book.write('page', 7)
    book.write('other', 8)
    book.erase('page')
    expect([...same.pages.keys()]).toEqual(['other'])
  })

  it('does without a browser that refuses', () => {
    const refusing = notebook(() => {
      throw new DOMException('denied', 'SecurityError')
    })
    expect(() => refusing.write('page', 7)).not.toThrow()
    expect(() => refusing.erase('page')).not.toThrow()
    expect(refusing.read('page', number)).toBeNull()
  })

  it('does without room', () => {
    const full = notebook(() => ({
      getItem: () => null,
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError')
      },
      removeItem: () => undefined,
    }))
    expect(() => full.write('page', 7)).not.toThrow()
  })
})
