import { describe, expect, it, vi } from 'vitest'
import { importAgain } from './importAgain.ts'

// That a browser gets the file under another address is tested end to end: parts that cannot be fetched.
describe('importAgain', () => {
  it('gives what was imported', async () => {
    const load = vi.fn(() => Promise.resolve({ value: 1 }))
    expect(await importAgain(load)).toEqual({ value: 1 })
    expect(load).toHaveBeenCalledOnce()
  })

  it.each([
    'Importing a module script failed.',
    'Failed to fetch dynamically imported module: http://localhost:1/part.js',
  ])('rejects with the first reason, and asks again the next time: %s', async (message) => {
    const failure = new TypeError(message)
    const load = vi.fn(() => Promise.resolve('the module'))
    load.mockRejectedValueOnce(failure)
    await expect(importAgain(load)).rejects.toBe(failure)
    expect(await importAgain(load)).toBe('the module')
  })
})
