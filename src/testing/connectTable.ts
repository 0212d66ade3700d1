import { toProblem } from '../domain/errors.ts'
import { createRemote } from '../lib/remote.ts'
import { serve } from '../lib/serve.ts'
import { createTableClient, type TableClient } from '../table/client.ts'
import { fromFailure } from '../domain/errors.ts'
import type { Calls } from '../table/protocol.ts'
import type { FitReaders } from '../table/worker/answers/fitReaders.ts'
import { createTableHandlers } from '../table/worker/tableHandlers.ts'

/** A client and the data worker's real handlers over a real MessageChannel. `fitReaders`: what tells languages apart. */
export function connectTable(fitReaders?: FitReaders): TableClient {
  const { port1, port2 } = new MessageChannel()
  port1.start()
  port2.start()
  let names: string[] = []
  const named = (files: readonly File[]): File[] =>
    files.map((file, index) => new File([file], names[index] ?? '', { lastModified: 0 }))
  const handlers = createTableHandlers(fitReaders)
  // Node clones a File as a Blob without its name.
  serve<Calls>(
    port2,
    {
      ...handlers,
      open: (input, signal) => handlers.open({ ...input, files: named(input.files) }, signal),
      peek: (input, signal) => handlers.peek({ ...input, files: named(input.files) }, signal),
    },
    toProblem,
  )
  const remote = createRemote<Calls>(port1, fromFailure)
  const client = createTableClient(() => remote)
  return {
    ...client,
    open: (input, options) => {
      names = input.files.map(({ name }) => name)
      return client.open(input, options)
    },
    peek: (input, options) => {
      names = input.files.map(({ name }) => name)
      return client.peek(input, options)
    },
  }
}
