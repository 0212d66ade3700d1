import { toProblem } from '../../domain/errors.ts'
import { serve } from '../../lib/serve.ts'
import type { Calls } from '../protocol.ts'
import { createEngine } from './engine.ts'
import { handlers } from './handlers.ts'
import { readOneByOne } from './readOneByOne.ts'
import { startSession } from './wasmSession.ts'

const engine = createEngine(async (input) => readOneByOne(await startSession(input), input))
serve<Calls>(self, handlers(engine), toProblem)
