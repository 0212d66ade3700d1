import { Blob, File } from 'node:buffer'
import { cleanup, configure, prettyDOM } from '@testing-library/react'
import { afterEach, beforeEach, expect, vi } from 'vitest'

/** An error that draws the page only when it is read: one that waits for an element throws hundreds of them away. */
function elementError(message: string | null, container: Element): Error {
  const error = new Error(message ?? '')
  error.name = 'TestingLibraryElementError'
  // Points to the test, not here.
  Error.captureStackTrace(error, elementError)
  let drawn: string | undefined
  Object.defineProperty(error, 'message', {
    configurable: true,
    get: () => (drawn ??= [message, prettyDOM(container)].filter(Boolean).join('\n\n')),
  })
  return error
}

// jsdom's own cannot be read as streams, and do not survive the way to the data worker.
Object.assign(globalThis, { Blob, File })

configure({
  // How long a test looks for what is about to appear: a page of results and its charts take a busy machine seconds.
  asyncUtilTimeout: 10_000,
  getElementError: elementError,
})

const noise: string[] = []

function record(kind: string) {
  return (...words: unknown[]): void => {
    const sentence = `${kind}: ${words.map(String).join(' ')}`
    noise.push(sentence)
    // React swallows what is thrown while it renders; `afterEach` catches that case.
    throw new Error(sentence)
  }
}

/** A warning is a failure. A test that expects one replaces the spy itself. */
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(record('console.error'))
  vi.spyOn(console, 'warn').mockImplementation(record('console.warn'))
})

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
  expect(noise.splice(0)).toEqual([])
})

/** jsdom lays nothing out: everything observed is this large, so that charts draw. */
const BOX = { width: 400, height: 200 }

class FixedResizeObserver implements ResizeObserver {
  readonly #callback: ResizeObserverCallback

  constructor(callback: ResizeObserverCallback) {
    this.#callback = callback
  }

  observe(target: Element): void {
    const size = [{ inlineSize: BOX.width, blockSize: BOX.height }]
    const contentRect = new DOMRect(0, 0, BOX.width, BOX.height)
    this.#callback(
      [
        {
          target,
          contentRect,
          borderBoxSize: size,
          contentBoxSize: size,
          devicePixelContentBoxSize: size,
        },
      ],
      this,
    )
  }

  unobserve(): void {
    // Sizes never change.
  }

  disconnect(): void {
    // Sizes never change.
  }
}

globalThis.ResizeObserver = FixedResizeObserver

/** Every media query is answered with no. */
globalThis.matchMedia = (media) => {
  const query: Partial<MediaQueryList> = {
    matches: false,
    media,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }
  return query as MediaQueryList
}

/** Nothing scrolls in jsdom. */
Element.prototype.scrollIntoView = () => undefined
