import { UndertoneError } from '../../domain/errors.ts'
import { LABELS, type Label } from '../../domain/labels.ts'
import type { LabelMeanings } from './modelPackage.ts'

/**
 * For each output of a model the label it counts towards: what `meanings` says of its name, or the name itself when
 * it is one of ours. Throws `labels-unknown` with the names that are left.
 */
export function labelOutputs(names: readonly string[], meanings: LabelMeanings): Label[] {
  const given = new Map(Object.entries(meanings))
  const unknown: string[] = []
  const outputs = names.flatMap((name) => {
    const label = given.get(name) ?? LABELS.find((ours) => ours === name)
    if (label === undefined) unknown.push(name)
    return label ?? []
  })
  if (unknown.length > 0) throw new UndertoneError('labels-unknown', `not known: ${unknown.join(', ')}`)
  return outputs
}
