/**
 * Lets the event loop deliver waiting messages. `setTimeout(0)` would be clamped to 4 ms when nested, which is as
 * long as a short text takes to classify; a message to oneself is not.
 */
export function nextMacrotask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
}
