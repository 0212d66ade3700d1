import { stubLogits } from './stubLogits.mjs'

/**
 * Stands in for `src/inference/worker/wasmSession.ts` in the stubbed build only: answers at once, so that what is tested or
 * measured is the table and the page rather than the model.
 */
export function startRuntime() {
  return Promise.resolve()
}

/** @returns {Promise<import('../../src/inference/worker/session.ts').Session>} */
export function startSession() {
  return Promise.resolve({
    tokenize: (text) => Array.from(text.slice(0, 200), (character) => character.charCodeAt(0)),
    specialPieces: 2,
    run: (windows) => Promise.resolve(windows.map(stubLogits)),
  })
}
