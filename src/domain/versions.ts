/** `3`, `2.10`, `v1.4.2`, `4.0.1-beta`, `10.2 (345)`. */
const VERSION = /^v?\d+(?:\.\d+)*(?:[\s(+_-].*)?$/i

export function isVersion(value: string): boolean {
  return VERSION.test(value)
}

/** Ascending, number by number: 2.9 before 2.10, 2.9 before 2.9.1. Equal numbers: by text, a plain release last. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [numbers(a), numbers(b)]
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const difference = (left[index] ?? -1) - (right[index] ?? -1)
    if (difference !== 0) return difference
  }
  const suffixes = Number(hasSuffix(b)) - Number(hasSuffix(a))
  if (suffixes !== 0) return suffixes
  return a < b ? -1 : Number(a > b)
}

function numbers(version: string): number[] {
  const [core = ''] = /\d+(?:\.\d+)*/.exec(version) ?? []
  return core.split('.').map(Number)
}

function hasSuffix(version: string): boolean {
  return /\d-/.test(version)
}
