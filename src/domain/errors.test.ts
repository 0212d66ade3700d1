import { describe, expect, it } from 'vitest'
import { isAbort, toProblem, UndertoneError } from './errors.ts'

const named = (name: string, message = 'engineers read this'): DOMException => new DOMException(message, name)

describe('toProblem', () => {
  it.each<{ thrown: unknown; code: string }>([
    { thrown: named('AbortError'), code: 'aborted' },
    { thrown: AbortSignal.abort().reason, code: 'aborted' },
    { thrown: named('AbortError', 'out of memory'), code: 'aborted' },
    { thrown: named('NotReadableError'), code: 'file-unreadable' },
    { thrown: named('NotFoundError'), code: 'file-unreadable' },
    { thrown: named('QuotaExceededError'), code: 'storage-refused' },
    { thrown: named('SecurityError'), code: 'storage-refused' },
    { thrown: named('DataCloneError'), code: 'internal' },
    { thrown: new TypeError('x is not a function'), code: 'internal' },
    { thrown: new UndertoneError('no-rows', 'empty'), code: 'no-rows' },
    { thrown: new UndertoneError('no-rows', 'out of memory'), code: 'no-rows' },
    { thrown: 'a plain text', code: 'internal' },
    { thrown: 42, code: 'internal' },
    { thrown: null, code: 'internal' },
    { thrown: undefined, code: 'internal' },
  ])('$thrown is $code', ({ thrown, code }) => {
    expect(toProblem(thrown).code).toBe(code)
  })

  it.each([
    new RangeError('Array buffer allocation failed'),
    new RangeError('WebAssembly.Memory(): could not allocate memory'),
    new RangeError('WebAssembly.instantiate(): Out of memory: Cannot allocate Wasm memory for new instance'),
    new RangeError('Invalid typed array length: 4294967296'),
    new Error('uncaught exception: out of memory'),
    new Error('std::bad_alloc'),
    new Error('failed to allocate: memory allocation of 123 bytes failed'),
    'Aborted(OOM): out of memory',
  ])('knows that %s is about memory', (thrown) => {
    expect(toProblem(thrown).code).toBe('out-of-memory')
  })

  it.each([
    { thrown: new Error('engineers read this'), message: 'engineers read this' },
    { thrown: named('AbortError'), message: 'engineers read this' },
    { thrown: 'a plain text', message: 'a plain text' },
    { thrown: 42, message: '42' },
    { thrown: null, message: 'null' },
  ])('keeps the message of $thrown', ({ thrown, message }) => {
    expect(toProblem(thrown).message).toBe(message)
  })

  it('crosses a wall as data', () => {
    const problem = toProblem(new UndertoneError('model-corrupt', 'hash'))
    expect(structuredClone(problem)).toEqual({ code: 'model-corrupt', message: 'hash' })
  })
})

describe('isAbort', () => {
  it.each([
    { thrown: named('AbortError'), abort: true },
    { thrown: new UndertoneError('aborted', 'stopped'), abort: true },
    { thrown: new Error('AbortError'), abort: false },
    { thrown: undefined, abort: false },
  ])('$thrown: $abort', ({ thrown, abort }) => {
    expect(isAbort(thrown)).toBe(abort)
  })
})

describe('UndertoneError', () => {
  it('keeps its code, message and cause', () => {
    const cause = new Error('first')
    const error = new UndertoneError('model-missing', 'second', { cause })
    expect(error).toMatchObject({ name: 'UndertoneError', code: 'model-missing', message: 'second', cause })
  })
})
