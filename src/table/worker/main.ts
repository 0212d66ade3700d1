import { toProblem } from '../../domain/errors.ts'
import { serve } from '../../lib/serve.ts'
import { createTableHandlers } from './tableHandlers.ts'

serve(self, createTableHandlers(), toProblem)
