import type { Session } from '../inference/worker/session.ts'

export interface FakeSession {
  session: Session
  /** The windows of each run, as text. */
  runs: string[][]
}

/**
 * A session whose pieces are characters, with two special pieces, and whose logits are a window's first piece, last
 * piece and length. `onRun` is awaited in every run.
 */
export function fakeSession(onRun: () => void | Promise<void> = () => undefined): FakeSession {
  const runs: string[][] = []
  return {
    runs,
    session: {
      tokenize: (text) => Array.from(text, (character) => character.charCodeAt(0)),
      specialPieces: 2,
      async run(windows) {
        runs.push(windows.map((pieces) => String.fromCharCode(...pieces)))
        await onRun()
        return windows.map((pieces) => Float32Array.of(pieces[0] ?? 0, pieces.at(-1) ?? 0, pieces.length))
      },
    },
  }
}
