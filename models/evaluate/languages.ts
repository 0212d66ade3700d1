import { join, resolve } from 'node:path'
import { clean, hasText } from '../../src/domain/clean.ts'
import { inForeignScript } from '../../src/domain/foreignScript.ts'
import { leadOverEnglish } from '../../src/table/worker/answers/languageDetector.ts'
import { flaggedTable, reader, type ReadText } from './languageFigures.ts'
import { openLabelled } from './labelledFile.ts'
import { run } from './run.ts'
import { UsageError } from './usageError.ts'

const FOREIGN = join(import.meta.dirname, 'fixtures', 'other-languages.jsonl')

const USAGE = `npm run languages -- FILE [--list]

How often the texts of FILE, which are in English, are taken for another language, and how often the sentences of
models/evaluate/fixtures/other-languages.jsonl are, by their number of words. FILE is in any format that the app reads; its
labels are not looked at.

  --list   every text of FILE that was taken for another language
`

await run(USAGE, async (args, from) => {
  const [file, ...more] = args.filter((arg) => arg !== '--list')
  if (file === undefined || more.length > 0) throw new UsageError('Name one file of English texts.')
  const started = performance.now()
  const english = await readAll(resolve(from, file))
  const seconds = (performance.now() - started) / 1000
  const foreign = await readAll(FOREIGN)
  const latin = foreign.filter(({ text }) => !inForeignScript(text))
  const parts = [
    `English texts taken for another language\n\n${flaggedTable(english)}`,
    `Texts in other languages, Latin letters\n\n${flaggedTable(latin)}`,
    `Texts in other scripts\n\n${flaggedTable(foreign.filter((text) => !latin.includes(text)))}`,
    `${Math.round(english.length / seconds)} texts a second, reading the file included`,
  ]
  process.stdout.write(`${parts.join('\n\n')}\n`)
  if (!args.includes('--list')) return
  const flagged = english.filter(({ fit }) => fit.language === 'other')
  process.stdout.write(`\n${flagged.map(({ text }) => text.replace(/\s+/g, ' ').slice(0, 120)).join('\n')}\n`)
})

async function readAll(path: string): Promise<ReadText[]> {
  const read = reader(leadOverEnglish)
  const texts: ReadText[] = []
  const labelled = await openLabelled(path, { text: null, label: false })
  for await (const { text } of labelled.rows()) {
    const cleaned = clean(text ?? '').text
    if (hasText(cleaned)) texts.push(read(cleaned))
  }
  return texts
}
