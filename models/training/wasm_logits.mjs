// Logits of texts on the browser's own wasm build, in Node:
// node wasm_logits.mjs NODE_MODULES MODEL_DIR TEXTS.json OUT.json [FILE] [windows|cut|balanced]
// TEXTS is an array of cleaned texts; OUT holds for each an array of its windows: [start, end, three logits].
import fs from 'node:fs'
import { openReader } from './wasm_reader.mjs'

const [modules, dir, texts, out, file, reading] = process.argv.slice(2)
const read = await openReader(modules, dir, file, reading)
const started = Date.now()
const answers = []
for (const text of JSON.parse(fs.readFileSync(texts, 'utf8'))) answers.push(await read(text))
fs.writeFileSync(out, JSON.stringify(answers))
const seconds = (Date.now() - started) / 1000
console.log(`${answers.length} texts, ${seconds.toFixed(1)} s, ${(answers.length / seconds).toFixed(1)} a second`)
