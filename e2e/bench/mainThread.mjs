import { classifyAll, openCsv, openPage, waitReady } from './browser.mjs'
import { quantile } from './statistics.mjs'
import { reviewsCsv } from './texts.mjs'
import { bar, ms } from './words.mjs'

/** Length of the page's main-thread tasks while one worker classifies `rows` rows, from Chromium's own trace. */
export async function measure({ browser, url, quick }) {
  const rows = quick ? 500 : 10_000
  const page = await openPage(browser, url, 1)
  await waitReady(page)
  await openCsv(page, await reviewsCsv(rows), 'main-thread.csv')
  await browser.startTracing(page, { categories: ['toplevel', 'disabled-by-default-devtools.timeline'] })
  const elapsed = await classifyAll(page)
  const trace = JSON.parse((await browser.stopTracing()).toString())
  await page.context().close({ runBeforeUnload: false })
  const tasks = mainThreadTasks(trace.traceEvents)
  return {
    rows,
    seconds: elapsed / 1000,
    tasks: tasks.length,
    p99: quantile(tasks, 0.99),
    longest: Math.max(0, ...tasks),
    over50: tasks.filter((task) => task > 50).length,
  }
}

/** Milliseconds (of the thread's own time) of each task of the renderer that did most on its main thread: the page's. */
function mainThreadTasks(events) {
  const mains = events.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
  const tasksOf = ({ pid, tid }) =>
    events
      .filter(
        (event) => event.pid === pid && event.tid === tid && event.ph === 'X' && event.name === 'RunTask',
      )
      // Thread time where Chromium has it: on a busy machine wall time counts the others' work as well.
      .map(({ dur, tdur }) => (tdur ?? dur ?? 0) / 1000)
  const total = (tasks) => tasks.reduce((sum, task) => sum + task, 0)
  return mains.map(tasksOf).sort((a, b) => total(b) - total(a))[0] ?? []
}

export function lines({ rows, p99, longest, over50, tasks }) {
  return [
    [
      `Main-thread tasks during ${rows} rows, 1 worker`,
      `p99 ${ms(p99)}, longest ${ms(longest)}, ${over50} of ${tasks} over 50 ms${bar('p99 under 16 ms, none over 50 ms')}`,
    ],
  ]
}
