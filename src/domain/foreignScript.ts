// Letters of another script than Latin, two at least: a lone one may be half of a face, as in ಠ_ಠ. A Chinese sign is a word.
const FOREIGN = /(?:[^\P{L}\p{Script=Latin}\p{Script=Common}]\p{M}*){2,}|\p{Script=Han}/gu

/** Whether at least half of the letters belong to a script that English is not written in. */
export function inForeignScript(told: string): boolean {
  const foreign = letters((told.match(FOREIGN) ?? []).join(''))
  return foreign > 0 && foreign * 2 >= letters(told)
}

function letters(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0
}
