import { writeFile } from 'node:fs/promises'
import { evaluate, surveyFile } from './evaluate.ts'
import { toJson } from './json.ts'
import { loadFolder, shippedFolder } from './modelFolder.ts'
import { readOptions, USAGE } from './options.ts'
import { run } from './run.ts'
import { startModel } from './startModel.ts'
import { reportText } from './reportText.ts'

await run(USAGE, async (args, from) => {
  const options = readOptions(args, from)
  const surveyed = await surveyFile(options)
  const model = await loadFolder(options.model ?? (await shippedFolder()))
  const running = await startModel(model, options.workers)
  try {
    const { report } = await evaluate(surveyed, options, running, model)
    process.stdout.write(reportText(report))
    if (options.json !== null) await writeFile(options.json, toJson(report))
  } finally {
    await running.close()
  }
})
