import { describe, expect, it } from 'vitest'
import { PLAIN_CSV } from '../../../domain/exportFormat.ts'
import { exportRows, type ExportJob } from './exportRows.ts'
import type { WritableFile } from './exportSink.ts'
import { openTable } from '../rows/openTable.ts'
import { everyRow } from '../rows/rowSource.ts'

/** A place on a disk; `fail` is asked before every step. */
class Disk implements WritableFile {
  content = ''
  removed = false
  /** Writes that began before the one before them had ended. */
  overlaps = 0
  private staged = ''
  private busy = false
  private readonly fail: (step: string, bytes: number) => void

  constructor(fail: (step: string, bytes: number) => void = () => undefined) {
    this.fail = fail
  }

  createWritable(): ReturnType<WritableFile['createWritable']> {
    const step = async (name: string, apply: () => void): Promise<void> => {
      this.fail(name, this.staged.length)
      if (this.busy) this.overlaps++
      this.busy = true
      await new Promise((resolve) => setTimeout(resolve, 1))
      apply()
      this.busy = false
    }
    this.fail('create', 0)
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
    return Promise.resolve({
      write: (bytes) => step('write', () => (this.staged += decoder.decode(bytes, { stream: true }))),
      close: () => step('close', () => (this.content = this.staged)),
      abort: () => step('abort', () => (this.staged = '')),
    })
  }

  getFile(): Promise<{ size: number }> {
    return Promise.resolve({ size: this.content.length })
  }

  remove(): Promise<void> {
    this.removed = true
    return Promise.resolve()
  }
}

/** About two megabytes. */
const ROWS = 20_000

const lines = Array.from({ length: ROWS }, (_, row) => `${row},${'x'.repeat(90)}\n`)
const opened = openTable([new File(['id,review\n', ...lines], 'a.csv')])

async function job(to: WritableFile | null): Promise<ExportJob> {
  const rows = everyRow(ROWS)
  return {
    table: { ...(await opened), text: null },
    rows,
    as: PLAIN_CSV,
    to,
    calibration: null,
    written: { rows: 0 },
  }
}

const failing = (at: string, name: string): Disk =>
  new Disk((step) => {
    if (step === at) throw new DOMException('as the browser says', name)
  })

describe('an export to a place on the disk', () => {
  it('writes the same as a blob would hold, one piece after the other', async () => {
    const disk = new Disk()
    const { file, rows } = await exportRows(await job(disk))
    expect([file, rows]).toEqual([null, ROWS])
    const { file: blob } = await exportRows(await job(null))
    expect(disk.content.slice(1)).toBe(await blob?.text())
    expect(disk.content.startsWith('\uFEFF')).toBe(true)
    expect(disk.overlaps).toBe(0)
    expect(disk.removed).toBe(false)
  })

  it('counts rows while it writes', async () => {
    const counts: number[] = []
    const disk = new Disk(() => counts.push(running.written.rows))
    const running = await job(disk)
    await exportRows(running)
    expect(running.written.rows).toBe(ROWS)
    expect(counts.filter((count) => count > 0 && count < ROWS).length).toBeGreaterThan(2)
  })

  it.each([
    ['write', 'QuotaExceededError', 'disk-full'],
    ['close', 'QuotaExceededError', 'disk-full'],
    ['create', 'NotAllowedError', 'not-writable'],
    ['write', 'NotFoundError', 'not-writable'],
    ['close', 'InvalidStateError', 'not-writable'],
  ])('that fails at %s with %s is %s', async (step, name, code) => {
    const disk = failing(step, name)
    await expect(job(disk).then((each) => exportRows(each))).rejects.toMatchObject({ code })
    expect(disk.content).toBe('')
    expect(disk.removed).toBe(true)
  })

  it('leaves nothing under the name when it is cancelled', async () => {
    const cancel = new AbortController()
    const disk = new Disk((step, bytes) => {
      if (step === 'write' && bytes > 6e5) cancel.abort()
    })
    const running = await job(disk)
    await expect(exportRows(running, cancel.signal)).rejects.toMatchObject({ name: 'AbortError' })
    expect([disk.content, disk.removed]).toEqual(['', true])
    expect(running.written.rows).toBeLessThan(ROWS)
  })

  it('leaves nothing when it is cancelled while rows are looked for', async () => {
    const disk = new Disk()
    const rows = Promise.reject(new DOMException('cancelled', 'AbortError'))
    await expect(exportRows({ ...(await job(disk)), rows })).rejects.toMatchObject({ name: 'AbortError' })
    expect(disk.removed).toBe(true)
  })

  it('keeps a file that held something before', async () => {
    const disk = failing('write', 'QuotaExceededError')
    disk.content = 'of last month'
    await expect(job(disk).then((each) => exportRows(each))).rejects.toMatchObject({ code: 'disk-full' })
    expect([disk.content, disk.removed]).toEqual(['of last month', false])
  })
})
