import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { LABELS, type Label } from '../../src/domain/labels.ts'
import { asArray, asRecord, asString } from '../../src/lib/json.ts'

/** A case of the suite in models/behaviour: a text and the labels that are right, or two texts that mean the same. */
export interface Case {
  id: string
  text: string
  expect: Label[]
  changed: string | null
}

/** The cases of each family by its name, read from `folder`. Throws `TypeError` for one that does not fit. */
export async function readSuite(folder: string): Promise<Map<string, Case[]>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.jsonl')).sort()
  const suite = new Map<string, Case[]>()
  for (const name of names) {
    const lines = (await readFile(join(folder, name), 'utf8'))
      .split('\n')
      .filter((line) => line.trim() !== '')
    suite.set(
      name.replace('.jsonl', ''),
      lines.map((line) => readCase(JSON.parse(line))),
    )
  }
  return suite
}

function readCase(json: unknown): Case {
  const { id, text, expect, changed } = asRecord(json, 'case')
  const read: Case = {
    id: asString(id, 'case.id'),
    text: asString(text, 'case.text'),
    expect: expect === undefined ? [] : asArray(expect, 'case.expect').map(readLabel),
    changed: changed === undefined ? null : asString(changed, 'case.changed'),
  }
  if (read.expect.length === 0 && read.changed === null) throw new TypeError(`${read.id} expects nothing`)
  return read
}

function readLabel(value: unknown): Label {
  const label = LABELS.find((known) => known === value)
  if (label === undefined) throw new TypeError(`case.expect must be some of ${LABELS.join(', ')}`)
  return label
}
