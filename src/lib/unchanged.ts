/** `old` when both hold the same plain data, so that nothing is drawn again; otherwise `next`. */
export function unchanged<T>(old: T, next: T): T {
  return JSON.stringify(old) === JSON.stringify(next) ? old : next
}
