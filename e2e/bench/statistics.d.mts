export function quantile(values: readonly number[], q: number): number
export function median(values: readonly number[]): number
export function interval(values: readonly number[]): {
  median: number
  low: number
  high: number
  coverage: number
  runs: number
}
