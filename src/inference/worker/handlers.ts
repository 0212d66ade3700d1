import type { Handlers } from '../../lib/serve.ts'
import type { Calls } from '../protocol.ts'
import type { Engine } from './engine.ts'

/** The protocol in terms of an engine, so that tests serve a fake one over a real MessageChannel. */
export function handlers(engine: Engine): Handlers<Calls> {
  return {
    load: (input) => engine.load(input),
    classify: ({ texts }, signal) => engine.classify(texts, signal),
    ping: () => null,
  }
}
