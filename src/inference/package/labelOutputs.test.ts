import { describe, expect, it } from 'vitest'
import { toProblem } from '../../domain/errors.ts'
import { labelOutputs } from './labelOutputs.ts'

describe('labelOutputs', () => {
  it('takes our own names for what they say', () => {
    expect(labelOutputs(['positive', 'negative'], {})).toEqual(['positive', 'negative'])
  })

  it('takes other names for what somebody said of them', () => {
    const meanings = { bad: 'negative', good: 'positive', great: 'positive' } as const
    expect(labelOutputs(['great', 'bad', 'good'], meanings)).toEqual(['positive', 'negative', 'positive'])
  })

  it('believes somebody who says that one of our names means another', () => {
    expect(labelOutputs(['negative', 'positive'], { negative: 'neutral' })).toEqual(['neutral', 'positive'])
  })

  it.each(['toString', 'constructor', '__proto__'])('does not know a label that is named %s', (name) => {
    expect(() => labelOutputs(['positive', name], {})).toThrow(name)
  })

  it('names all labels that nobody explained', () => {
    const failure = ((): unknown => {
      try {
        return labelOutputs(['LABEL_0', 'positive', 'LABEL_2'], {})
      } catch (error) {
        return error
      }
    })()
    expect(toProblem(failure)).toEqual({ code: 'labels-unknown', message: 'not known: LABEL_0, LABEL_2' })
  })
})
