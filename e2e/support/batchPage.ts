import { randomUUID } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, type Locator, type Page } from '@playwright/test'
import { parseCsv, type Cells, type ParsedCsv, type TestFile } from './csv.ts'
import { dropPaths } from './dropPaths.ts'
import { WEIGHTS } from './model.ts'

/** A download, as it is and as it was read back. */
export interface SavedCsv extends ParsedCsv {
  name: string
  bytes: Uint8Array
}

/** The Batch view by the names of its controls. */
export class BatchPage {
  readonly page: Page
  readonly classify: Locator
  readonly stop: Locator
  readonly progress: Locator
  readonly fileInput: Locator
  readonly textColumn: Locator
  readonly breakDown: Locator
  readonly preview: Locator
  readonly distribution: Locator
  readonly results: Locator
  readonly filters: Locator
  readonly search: Locator
  readonly download: Locator
  readonly pages: Locator
  readonly alert: Locator
  readonly status: Locator

  constructor(page: Page) {
    this.page = page
    this.classify = page.getByRole('button', { name: 'Classify', exact: true })
    this.stop = page.getByRole('button', { name: 'Stop', exact: true })
    this.progress = page.getByRole('progressbar', { name: 'Classification progress' })
    this.fileInput = page.getByLabel('Reviews file')
    this.textColumn = page.getByRole('combobox', { name: 'Text column' })
    this.breakDown = page.getByRole('combobox', { name: 'Break down by' })
    this.preview = page.getByRole('region', { name: 'First rows, as they will be read' }).getByRole('table')
    this.distribution = page.getByRole('figure', { name: 'Sentiment distribution' })
    this.results = page.getByRole('table', { name: 'Results' })
    this.filters = page.getByRole('group', { name: 'Show rows' })
    this.search = page.getByRole('searchbox', { name: 'Search texts' })
    this.download = page.getByRole('button', { name: 'Download CSV' })
    this.pages = page.getByRole('navigation', { name: 'Pages of results' })
    this.alert = page.getByRole('alert')
    this.status = page.getByRole('status', { name: 'Model status' })
  }

  async open(): Promise<void> {
    await this.page.goto('')
    await this.page.getByRole('tab', { name: 'Batch' }).click()
    await expect(this.page.getByRole('button', { name: 'Choose a file' })).toBeVisible()
  }

  /** Opens the view while the model's weights never arrive: files are read without them, and the machine is free. */
  async openWithoutModel(): Promise<void> {
    await this.page.route(WEIGHTS, () => undefined)
    await this.open()
  }

  /** Through the file chooser's input. Gives the paths of the files. */
  async choose(...files: TestFile[]): Promise<string[]> {
    const paths = await saved(files)
    await this.fileInput.setInputFiles(paths)
    return paths
  }

  /** Dropped on the page. */
  async drop(...files: TestFile[]): Promise<void> {
    await dropPaths(this.page, await saved(files))
  }

  async openSample(): Promise<void> {
    await this.page.getByRole('button', { name: /^Try the sample/ }).click()
    await expect(this.textColumn).toBeVisible()
  }

  /** The names of the columns that the preview draws: of very many, some. */
  async previewColumns(): Promise<string[]> {
    return (await this.preview.getByRole('columnheader').allTextContents()).slice(1)
  }

  /** Opens the settings of how the only file is read. */
  async openSettings(): Promise<void> {
    await this.page.getByText('Reasons and settings').click()
  }

  /** What a column is for. */
  use(column: string): Locator {
    return this.page.getByRole('combobox', { name: `Use of ${column}`, exact: true })
  }

  /** Waits until the file is open and the rows of its text column are counted. */
  async opened(): Promise<void> {
    await expect(this.page.getByText(/rows? with text\./)).toBeVisible()
  }

  /** Classifies everything that is left and waits for the end. */
  async classifyAll(): Promise<void> {
    await this.classify.click()
    await this.done()
  }

  /** Waits until a run has its first rows; looks often, since a fast machine is soon through. */
  async started(): Promise<void> {
    await expect.poll(() => this.rowsDone(), { intervals: [20] }).toBeGreaterThan(0)
  }

  /** Waits for the end of a run. */
  async done(timeout = 45_000): Promise<void> {
    await expect(this.page.getByText(/^Done in /)).toBeVisible({ timeout })
  }

  /** Rows done so far as the progress bar says; NaN when there is none. */
  async rowsDone(): Promise<number> {
    const bars = await this.progress.evaluateAll((all) => all.map((bar) => Number(bar.ariaValueNow)))
    return bars[0] ?? NaN
  }

  /** Cells of the preview, without the number of the row; not trimmed. */
  async previewRows(): Promise<string[][]> {
    await expect(this.preview).toBeVisible()
    return (await cellsOf(this.preview)).map((cells) => cells.slice(1))
  }

  /** The rows of the Results table in view, by the names of their columns. */
  async resultRows(): Promise<Cells[]> {
    await expect(this.results).toHaveAttribute('aria-busy', 'false')
    const headers = await this.results.getByRole('columnheader').allTextContents()
    const names = headers.map((name) => name.replace(/ [↑↓]$/, ''))
    const rows = await cellsOf(this.results)
    return rows.map((cells) => Object.fromEntries(names.map((name, i) => [name, cells[i] ?? ''])))
  }

  /** A filter by its words, without the count that stands beside them. */
  filter(words: string): Locator {
    return this.filters.getByRole('button', { name: new RegExp(`^(\\W )?${words} [\\d,]+$`) })
  }

  /** The count that stands on a filter. */
  async filterCount(words: string): Promise<number> {
    return lastNumber(await this.filter(words).textContent())
  }

  /** How many rows the list says match. */
  async matching(): Promise<number> {
    return lastNumber(await this.pages.getByText(/^(Rows|No rows)/).textContent())
  }

  /** The table of the distribution: rows, share in percent and unsure rows by label. */
  async distributionNumbers(): Promise<Record<string, { rows: number; share: number; notSure: number }>> {
    // It is drawn after the sentence.
    await this.distribution.getByRole('row').nth(3).waitFor()
    const rows = await this.distribution.getByRole('row').allInnerTexts()
    return Object.fromEntries(
      rows.slice(1).map((row) => {
        const [, name = row, ...numbers] = /(\w+)\s+([\d,]+)\s+(\d+) %\s+([\d,]+)$/.exec(row) ?? []
        const [count = NaN, share = NaN, notSure = NaN] = numbers.map(lastNumber)
        return [name, { rows: count, share, notSure }]
      }),
    )
  }

  /** Groups of a breakdown: their size and net sentiment in points. */
  async groups(table: Locator): Promise<{ name: string; rows: number; net: number }[]> {
    const rows = await table
      .getByRole('row')
      .evaluateAll(([, ...all]) =>
        all.map((row) => [row.querySelector('button')?.textContent ?? '', row.textContent] as const),
      )
    return rows.map(([name, words]) => {
      const counts = [...words.matchAll(/([\d,]+) rows?,/g)].map(([, count]) => lastNumber(count ?? ''))
      const net = /[+−]?\d+$/.exec(words)?.[0] ?? ''
      return { name, rows: counts.reduce((sum, count) => sum + count, 0), net: Number(net.replace('−', '-')) }
    })
  }

  /** Saves all rows, or only those shown, and reads the file back. */
  async save(which: 'all' | 'shown' = 'all'): Promise<SavedCsv> {
    await this.download.click()
    const dialog = this.page.getByRole('dialog', { name: 'Download CSV' })
    const arriving = this.page.waitForEvent('download')
    await dialog.getByRole('button', { name: which === 'all' ? /^All / : /^Only the / }).click()
    const file = await arriving
    await expect(dialog.getByText(/saved\./)).toBeVisible()
    await dialog.getByRole('button', { name: 'Done' }).click()
    const bytes = await readFile(await file.path())
    return { ...parseCsv(bytes.toString('utf8')), bytes, name: file.suggestedFilename() }
  }

  /** Opens a file, classifies it and saves all rows. */
  async run(...files: TestFile[]): Promise<SavedCsv> {
    await this.choose(...files)
    await this.opened()
    await this.classifyAll()
    return this.save()
  }
}

async function cellsOf(table: Locator): Promise<string[][]> {
  // Of the body: under their names, columns of the preview say what they are for.
  return table
    .locator('tbody tr')
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent)))
}

/** `Rows 1–100 of 18,240` is 18240, `No rows` is 0. */
function lastNumber(words: string | null): number {
  return Number((/[\d,]+$/.exec(words ?? '')?.[0] ?? '0').replaceAll(',', ''))
}

/** Writes the files into a new folder of the test and gives their paths: a file that is open is never written again. */
async function saved(files: readonly TestFile[]): Promise<string[]> {
  const folder = test.info().outputPath(`files-${randomUUID()}`)
  await mkdir(folder, { recursive: true })
  return Promise.all(
    files.map(async ({ name, body }) => {
      const path = join(folder, name)
      await writeFile(path, body)
      return path
    }),
  )
}
