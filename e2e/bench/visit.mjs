const TEXT = '#text=They%20fixed%20the%20login%20bug%2C%20but%20now%20it%20crashes.'

/** Opens a link with a text and gives the milliseconds from navigation to the answer on the page. */
export async function visit(context, url) {
  const page = await context.newPage()
  await page.addInitScript(() => {
    window.answered = new Promise((resolve) => {
      const look = () => {
        if (/\d %/.test(document.querySelector('[aria-label="Result"]')?.textContent ?? ''))
          resolve(performance.now())
        else requestAnimationFrame(look)
      }
      look()
    })
  })
  await page.goto(url + TEXT)
  return page.evaluate(() => window.answered)
}
