import { toProblem } from '../../domain/errors.ts'
import { serve } from '../../lib/serve.ts'
import type { Calls } from '../protocol.ts'
import { createEngine } from './engine.ts'
import { startGpuReader } from './gpuReader.ts'
import { handlers } from './handlers.ts'

serve<Calls>(self, handlers(createEngine(startGpuReader)), toProblem)
