/** A worker's calls as a table: name -> [input, output]. Sender, handlers and promises are derived from it. */
export type CallMap<Calls> = { [Name in keyof Calls]: readonly [unknown, unknown] }

/** From page to worker: a call and its input, which belong together because `createRemote` types them so. */
export interface Call<Calls extends CallMap<Calls>> {
  type: 'call'
  id: number
  call: keyof Calls
  input: Calls[keyof Calls][0]
}

/** From page to worker: nobody waits for this call any more. */
export interface Cancel {
  type: 'cancel'
  id: number
}

/** What crosses the wall of a thrown error: a cloned custom error would lose its code. */
export interface Failure {
  code: string
  message: string
}

/** From worker to page. `ready` comes once, when the worker listens; what is posted before it is lost. */
export type Response =
  | { type: 'ready' }
  | { type: 'result'; id: number; output: unknown }
  | { type: 'failure'; id: number; failure: Failure }

/** What `Worker`, `MessagePort` and a worker's own scope have in common. */
export interface Port {
  postMessage(message: unknown, transfer: Transferable[]): void
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void
}
