import type { Port } from '../../src/lib/messages.ts'

/** What a `Worker` of Node and its `parentPort` have in common. */
interface NodePort {
  postMessage(message: unknown): void
  on(event: 'message', listener: (data: unknown) => void): unknown
}

/** A port of Node's worker threads as the product's calls expect it. Nothing is transferred, everything copied. */
export function portOf(port: NodePort): Port {
  return {
    postMessage: (message) => port.postMessage(message),
    addEventListener: (_, listener) => {
      port.on('message', (data) => listener(new MessageEvent('message', { data })))
    },
  }
}
