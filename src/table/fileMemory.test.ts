import { describe, expect, it } from 'vitest'
import { notebook } from '../lib/notebook.ts'
import { mapNotebook } from '../testing/fakeDevice.ts'
import { createFileMemory, FILES_PAGE, type RememberedFile } from './fileMemory.ts'

const FILE: RememberedFile = {
  names: ['When', 'Review'],
  choices: { encoding: 'windows-1251', header: null, quote: null, delimiter: ';', escape: 'backslash' },
  guessedEncoding: 'utf-8',
  roles: [
    ['Title', 'title'],
    ['__proto__', null],
  ],
  dateFormats: [['When', 'MM/dd/yyyy']],
}

function memory(kept = new Map<string, string>()) {
  return { kept, memory: createFileMemory(mapNotebook(kept)) }
}

describe('the memory of files', () => {
  it('gives back what was said of a shape, also on the next visit', () => {
    const { kept, memory: first } = memory()
    first.keep('shape', FILE)
    expect(memory(kept).memory.recall('shape')).toEqual(FILE)
    expect(first.recall('other')).toBeNull()
  })

  it('lists the latest first, each once', () => {
    const { memory: files } = memory()
    files.keep('a', FILE)
    files.keep('b', { ...FILE, names: ['B'] })
    files.keep('a', { ...FILE, names: ['A'] })
    expect(files.list()).toEqual([
      { shape: 'a', names: ['A'] },
      { shape: 'b', names: ['B'] },
    ])
  })

  it('forgets one, and leaves nothing behind when none is left', () => {
    const { kept, memory: files } = memory()
    files.keep('a', FILE)
    files.keep('b', FILE)
    files.forget('a')
    expect(files.list().map(({ shape }) => shape)).toEqual(['b'])
    files.forget('b')
    expect([...kept]).toEqual([])
  })

  it('forgets the ones used longest ago', () => {
    const { memory: files } = memory()
    for (let index = 0; index < 60; index++) files.keep(String(index), FILE)
    expect(files.list()).toHaveLength(40)
    expect(files.recall('19')).toBeNull()
    expect(files.recall('20')).not.toBeNull()
  })

  it.each([
    ['of another version', { version: 2, shapes: [] }],
    ['with a role that is none', { version: 1, shapes: [['a', { ...FILE, roles: [['x', 'boss']] }]] }],
    ['with a choice that is none', { version: 1, shapes: [['a', { ...FILE, choices: { format: 'pdf' } }]] }],
    ['that is no list', { version: 1, shapes: 7 }],
  ])('is empty when it holds something %s', (_, json) => {
    const { kept, memory: files } = memory()
    kept.set(FILES_PAGE, JSON.stringify(json))
    expect(files.list()).toEqual([])
    files.keep('b', FILE)
    expect(files.list()).toHaveLength(1)
  })

  it('is empty where the browser refuses to keep anything', () => {
    const files = createFileMemory(
      notebook(() => {
        throw new DOMException('denied', 'SecurityError')
      }),
    )
    files.keep('a', FILE)
    files.forget('a')
    expect(files.recall('a')).toBeNull()
  })
})
