import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { conductOf } from './behaviour.ts'
import { readSuite } from './behaviourSuite.ts'
import { calibrationDrawing } from './calibrationDrawing.ts'
import { cardText, type CardData } from './cardText.ts'
import { evaluate, surveyFile } from './evaluate.ts'
import { familyFigures } from './familyFigures.ts'
import { toJson } from './json.ts'
import { loadFolder, shippedFolder } from './modelFolder.ts'
import { readOptions } from './options.ts'
import { run } from './run.ts'
import { startModel } from './startModel.ts'
import { UsageError } from './usageError.ts'

const MODELS = join(import.meta.dirname, '..')

const USAGE = `npm run card -- FILE [options]

Measures the shipped model on FILE, as npm run evaluate does, and on models/behaviour, and writes the figures of the
model card into models/card: test.json, test.md, calibration.svg.

  --limit N      at most N rows of each source, spread evenly over the file
  --workers N    threads, each with a copy of the model; 1 unless given
`

await run(USAGE, async (args, from) => {
  const options = readOptions(args, from)
  if (options.model !== null || options.json !== null) {
    throw new UsageError('The card is of the shipped model and has its own files; see npm run evaluate.')
  }
  const surveyed = await surveyFile(options)
  const model = await loadFolder(await shippedFolder())
  const running = await startModel(model, options.workers)
  try {
    const behaviour = await conductOf(await readSuite(join(MODELS, 'behaviour')), running)
    const { report, rows } = await evaluate(surveyed, options, running, model)
    const data: CardData = { ...report, families: familyFigures(rows), behaviour }
    const files = {
      'test.json': toJson(data),
      'test.md': cardText(data),
      'calibration.svg': calibrationDrawing(data.calibration),
    }
    for (const [name, text] of Object.entries(files)) await writeFile(join(MODELS, 'card', name), text)
  } finally {
    await running.close()
  }
})
