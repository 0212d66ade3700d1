import { toProblem } from '../../domain/errors.ts'
import { serve } from '../../lib/serve.ts'
import type { Calls } from '../protocol.ts'
import { createEngine } from './engine.ts'
import { handlers } from './handlers.ts'
import { readOneByOne } from './readOneByOne.ts'
import { startRuntime, startSession } from './wasmSession.ts'

const engine = createEngine(async (input) => readOneByOne(await startSession(input), input))
serve<Calls>(self, handlers(engine), toProblem)
// While the page finds the model's files. A runtime that does not start is told by `load`, which meets the same error.
startRuntime().catch(() => undefined)
