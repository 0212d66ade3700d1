import { performance } from 'node:perf_hooks'

const EVERY_MS = 1000
/** Where lines cannot be overwritten, few of them are enough. */
const EVERY_MS_IN_A_LOG = 15_000

/** Counts rows to `stream` as they are done. */
export function showProgress(
  total: number,
  stream: NodeJS.WriteStream,
): { add(rows: number): void; end(): void } {
  const started = performance.now()
  const every = stream.isTTY ? EVERY_MS : EVERY_MS_IN_A_LOG
  let done = 0
  let shown = started
  const show = (): void => {
    shown = performance.now()
    const speed = done / ((shown - started) / 1000)
    const left = speed > 0 ? `, ${Math.ceil((total - done) / speed)} s left` : ''
    const line = `${done} of ${total} rows, ${speed.toFixed(0)} a second${left}`
    stream.write(stream.isTTY ? `\r\u001B[K${line}` : `${line}\n`)
  }
  return {
    add(rows) {
      done += rows
      if (performance.now() - shown >= every) show()
    },
    end() {
      show()
      if (stream.isTTY) stream.write('\n')
    },
  }
}
