import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { builtInFile, builtInJson } from '../../src/testing/builtInModel.ts'
import { calibrationDrawing } from './calibrationDrawing.ts'
import { cardText, type CardData } from './cardText.ts'

const CARD = join(import.meta.dirname, '../card')
const read = (name: string): string => readFileSync(join(CARD, name), 'utf8')
const data = JSON.parse(read('test.json')) as CardData

describe('the model card', () => {
  it('is of the shipped model; otherwise run npm run card', () => {
    const { name } = builtInJson('manifest.json') as { name: string }
    const fingerprint = createHash('sha256').update(builtInFile('manifest.json')).digest('hex')
    expect(data.model).toEqual({ name, fingerprint })
  })

  it('says in words and in a drawing what its numbers say', () => {
    expect(read('test.md')).toBe(cardText(data))
    expect(read('calibration.svg')).toBe(calibrationDrawing(data.calibration))
  })
})
