const ms = (value) => `${value.toFixed(value < 100 ? 1 : 0)} ms`
const range = ({ median, min, max, runs }, unit = '') =>
  `${median.toFixed(0)}${unit} (${min.toFixed(0)}–${max.toFixed(0)}, ${runs} runs)`

/** The results as lines that a person can read. */
export function table(results) {
  const rows = []
  const { throughput, latency, firstPrediction, firstVisit, mainThread, memory } = results
  if (throughput) {
    rows.push([`Texts per second, 1 worker, ${throughput.rows} rows`, range(throughput.oneWorker)])
    rows.push(['Texts per second, 2 workers', range(throughput.twoWorkers)])
    rows.push(['2 workers against 1', `${throughput.ratio.toFixed(2)} ×`])
  }
  for (const { words, p50, p95 } of latency ?? [])
    rows.push([`One text of ${words} words`, `p50 ${ms(p50)}, p95 ${ms(p95)}`])
  if (firstPrediction) {
    rows.push(['Navigation to first prediction, cold', range(firstPrediction.cold, ' ms')])
    rows.push(['Navigation to first prediction, warm', range(firstPrediction.warm, ' ms')])
    rows.push(['Warm against cold', firstPrediction.ratio.toFixed(2)])
  }
  if (firstVisit) {
    const { gzip, bytes, files } = firstVisit
    rows.push([
      'First visit',
      `${(gzip / 1e6).toFixed(1)} MB gzip, ${(bytes / 1e6).toFixed(1)} MB plain, ${files.length} files`,
    ])
  }
  if (mainThread) {
    const { rows: count, p99, longest, over50, tasks } = mainThread
    rows.push([
      `Main-thread tasks during ${count} rows, 1 worker`,
      `p99 ${ms(p99)}, longest ${ms(longest)}, ${over50} of ${tasks} over 50 ms`,
    ])
  }
  for (const { rows: count, growth, before } of memory ?? []) {
    rows.push([
      `Renderer memory at ${count} rows (stub engine)`,
      `+${growth.toFixed(0)} MB on ${before.toFixed(0)} MB`,
    ])
  }
  const width = Math.max(...rows.map(([name]) => name.length))
  return rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`).join('\n')
}
