import type { ReadChoices } from '../../domain/reading.ts'

/** The choices of all files when one is made for some of them; undefined takes it back. */
export function withChoice<Key extends keyof ReadChoices>(
  choices: readonly ReadChoices[],
  sources: readonly number[],
  key: Key,
  value: ReadChoices[Key],
): ReadChoices[] {
  return choices.map((own, source) => {
    if (!sources.includes(source)) return own
    const changed: ReadChoices = { ...own }
    changed[key] = value
    return changed
  })
}
