/** What happened once and must be handled once, however often whoever handles it comes and goes. */
export interface Inbox<Item> {
  /** Hands `item` to the receiver, or keeps it for the next one. */
  put: (item: Item) => void
  /** Calls `receiver` with each item that waits or comes, in order, until the function that is returned is called. */
  receive: (receiver: (item: Item) => void) => () => void
}

export function createInbox<Item>(): Inbox<Item> {
  const waiting: Item[] = []
  let current: ((item: Item) => void) | null = null
  return {
    put(item) {
      if (current === null) waiting.push(item)
      else current(item)
    },
    receive(receiver) {
      current = receiver
      for (const item of waiting.splice(0)) receiver(item)
      return () => {
        if (current === receiver) current = null
      }
    },
  }
}
