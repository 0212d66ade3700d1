import { toProblem } from '../../domain/errors.ts'
import { serve } from '../../lib/serve.ts'
import type { Calls } from '../protocol.ts'
import { createEngine } from './engine.ts'
import { handlers } from './handlers.ts'
import { startSession } from './session.ts'

serve<Calls>(self, handlers(createEngine(startSession)), toProblem)
