import { toProblem } from '../../domain/errors.ts'
import { serve } from '../../lib/serve.ts'
import { createFitReaders } from './answers/fitReaders.ts'
import { createTableHandlers } from './tableHandlers.ts'

const fitReaders = createFitReaders()
// The network may be gone when a file comes.
fitReaders.prefetch()
serve(self, createTableHandlers(fitReaders), toProblem)
