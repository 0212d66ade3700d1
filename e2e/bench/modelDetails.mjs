/** The dialog that says what runs the model and lets a person choose. `act` gets it open; it is closed afterwards. */
export async function inModelDetails(page, act) {
  const dialog = page.getByRole('dialog', { name: 'Model details' })
  await page.getByRole('button', { name: 'Model details' }).click()
  try {
    return await act(dialog)
  } finally {
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
  }
}

/** Has that many workers answer on WebAssembly, whatever the page finds good on this device. */
export function chooseWorkers(page, workers) {
  return inModelDetails(page, (dialog) => dialog.getByLabel('Workers').selectOption(String(workers)))
}

/** Workers on WebAssembly that answer now. */
export async function workersOf(page) {
  const [wasm] = await candidatesOf(page)
  return Number(/(\d+) workers?/.exec(wasm.now)?.[1])
}

/** Waits until that many answer, or for as long as a worker may need to start on a busy machine. */
export async function waitForWorkers(page, workers) {
  const until = performance.now() + 60_000
  while ((await workersOf(page)) !== workers && performance.now() < until) await page.waitForTimeout(500)
}

/** Both candidates as the page shows them, WebAssembly first: what each does, agreement, speed. */
export function candidatesOf(page) {
  return inModelDetails(page, async (dialog) => {
    const region = dialog.getByRole('region', { name: 'What runs it' })
    const rows = await region
      .getByRole('row')
      .evaluateAll((all) => all.map(({ children }) => [...children].map((cell) => cell.textContent.trim())))
    const reason = await region.getByText(/^Graphics card: /).allTextContents()
    return [1, 2].map((column) => {
      const [name, now, agreement, difference, speed] = rows.map((cells) => cells[column])
      return { name, now, agreement, difference, speed, reason: column === 2 ? reason.join(' ') : '' }
    })
  })
}
