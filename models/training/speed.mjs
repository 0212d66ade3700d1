// How fast a model reads beside another one, both on the browser's own wasm build in one run of Node, by turns:
// node speed.mjs NODE_MODULES MODEL_DIR OTHER_DIR DATA/dev.jsonl.gz
// Each round reads the same texts, spread evenly over the file, with either model, the first one changing from round to
// round, so that a machine that slows down slows both. The first round only warms up. The ratio is the rounds' median.
import fs from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { openReader } from './wasm_reader.mjs'

const ROUNDS = 11
const TEXTS = 200

const [modules, dir, other, file] = process.argv.slice(2)
const rows = gunzipSync(fs.readFileSync(file)).toString('utf8').trimEnd().split('\n')
const texts = Array.from({ length: TEXTS }, (_, index) => {
  return JSON.parse(rows[Math.floor((index * rows.length) / TEXTS)]).text
})
const readers = [await openReader(modules, dir), await openReader(modules, other)]

async function seconds(read) {
  const started = performance.now()
  for (const text of texts) await read(text)
  return (performance.now() - started) / 1000
}

const rounds = []
for (let round = 0; round <= ROUNDS; round++) {
  const taken = []
  for (const turn of round % 2 === 0 ? [0, 1] : [1, 0]) taken[turn] = await seconds(readers[turn])
  if (round > 0) rounds.push(taken)
}

const sorted = (values) => values.toSorted((a, b) => a - b)
const middle = (values) => sorted(values)[(values.length - 1) / 2]
const ratios = sorted(rounds.map(([own, others]) => others / own))
for (const [index, name] of [dir, other].entries()) {
  console.log(`${name}: ${(TEXTS / middle(rounds.map((taken) => taken[index]))).toFixed(1)} texts a second`)
}
console.log(
  `${middle(ratios).toFixed(3)} of the other's speed (${ratios[0].toFixed(3)} to ${ratios.at(-1).toFixed(3)} in ${ROUNDS} rounds of ${TEXTS} texts)`,
)
