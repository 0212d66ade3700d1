import { mkdtempSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { realisticCsv } from './realisticCsv.mjs'
import { median } from './statistics.mjs'
import { tableWorker } from './tableWorker.mjs'
import { bar } from './words.mjs'

/**
 * Milliseconds of a count with three conditions in the data worker: a label, a group and a phrase. `label`, `group`: that
 * one is another than in the question before; `run`: answers have come since; `phrase`: another phrase, so that all texts
 * are read. Where there is a build before, both by turns.
 */
export async function measure({ browser, builds, quick }) {
  const rows = quick ? 10_000 : 100_000
  const path = join(mkdtempSync(join(tmpdir(), 'undertone-counts-')), 'counts.csv')
  await writeFile(path, await realisticCsv(rows))
  const times = Object.fromEntries(builds.map(({ name }) => [name, {}]))
  for (let turn = 0; turn < (quick ? 1 : 3); turn += 1) {
    for (const build of builds) {
      const worker = await tableWorker(browser, build)
      try {
        await worker.give(path)
        for (const [kind, values] of Object.entries(await worker.page.evaluate(ask)))
          (times[build.name][kind] ??= []).push(...values)
      } finally {
        await worker.close()
      }
    }
  }
  return { rows, times }
}

/** Runs in the page. */
async function ask() {
  const { call, openFile, query } = window
  const LABELS = ['negative', 'neutral', 'positive']
  const opened = await openFile()
  const column = opened.roles.find(({ role }) => role === 'version').column
  await call('chooseText', { column: opened.textColumn })
  const calibration = {
    temperature: 1,
    bias: [0, 0, 0],
    notSureBelow: 0.5,
    tolerance: 0,
    english: true,
    window: { pieces: 128, overlap: 32 },
  }
  await call('useModel', { id: 'bench', rule: 1, calibration }).catch(() =>
    call('setCalibration', { calibration }),
  )
  let from = 0
  const answerMore = async (limit) => {
    const { rows, generation, next } = await call('pending', { from, limit })
    from = next ?? 0
    const answers = Array.from(rows, (row) => {
      const logits = new Float32Array(3)
      logits[row % 3] = 1 + (row % 7)
      return { logits, pieces: Uint32Array.of(20) }
    })
    await call('record', { generation, rows, answers })
    return next !== null
  }
  // Most of the file is answered; the rest comes while it is asked.
  for (let chunk = 0; chunk < 0.6 * (opened.rows / 1000); chunk += 1) await answerMore(1000)
  const count = async (label, group, phrase) => {
    const input = query(
      [
        { kind: 'label', label },
        { kind: 'group', column, value: group },
        { kind: 'phrase', phrase },
      ],
      { filter: label, group: { column, value: group }, search: phrase },
    )
    const startedAt = performance.now()
    const { matching } = await call('slice', { query: input, from: 0, limit: 0, extra: [] })
    return { ms: performance.now() - startedAt, matching }
  }
  await count('negative', '1.0.0', 'app')
  const times = { label: [], group: [], run: [], phrase: [] }
  for (let turn = 0; turn < 12; turn += 1) {
    times.label.push((await count(LABELS[turn % 3], '1.0.0', 'app')).ms)
    times.group.push((await count('negative', `${1 + (turn % 4)}.${turn}.0`, 'app')).ms)
    await answerMore(500)
    times.run.push((await count('negative', '1.0.0', 'app')).ms)
  }
  for (const phrase of ['crash', 'love', 'update']) {
    times.phrase.push((await count('negative', '1.0.0', phrase)).ms)
  }
  return times
}

const WORDS = {
  label: 'another label',
  group: 'another group',
  run: 'new answers since',
  phrase: 'another phrase, all texts read',
}

export function lines({ rows, times }) {
  return Object.entries(WORDS).map(([kind, words]) => [
    `Count of ${rows} rows by label, group and phrase: ${words}`,
    Object.entries(times)
      .map(([name, own]) => `${name} ${median(own[kind]).toFixed(1)} ms`)
      .join(', ') + ratio(times, kind),
  ])
}

function ratio({ this: own, before }, kind) {
  if (before === undefined) return ''
  const factor = median(own[kind]) / median(before[kind])
  return `: ${factor.toFixed(2)} of it${kind === 'phrase' ? '' : bar('at most 0.33')}`
}
