/**
 * Clicks a button and gives the milliseconds, measured inside the page, from the click to the moment when words that
 * match `words` were put on it. Rejects when an alert comes first, or after `timeout` milliseconds.
 */
export async function clickToWords(page, button, words, timeout = 1_800_000) {
  await page.evaluate(watch, { source: words.source, timeout })
  await page.getByRole('button', { name: button, exact: true }).click()
  return page.evaluate(() => window.clickToWords)
}

/** Runs in the page. */
function watch({ source, timeout }) {
  /* global MutationObserver, clearTimeout */
  const words = new RegExp(source)
  window.clickToWords = new Promise((resolve, reject) => {
    let clickedAt = null
    document.addEventListener('click', () => (clickedAt = performance.now()), { capture: true, once: true })
    const end = (settle, value) => {
      observer.disconnect()
      clearTimeout(timer)
      settle(value)
    }
    const look = (node) => {
      const element = node.nodeType === 1 ? node : node.parentElement
      if (words.test(node.textContent ?? '')) end(resolve, performance.now() - clickedAt)
      else if (element?.closest('[role=alert]')) end(reject, new Error(element.textContent))
    }
    const observer = new MutationObserver((mutations) => {
      if (clickedAt === null) return
      for (const { type, target, addedNodes } of mutations)
        for (const node of type === 'characterData' ? [target] : addedNodes) look(node)
    })
    const timer = setTimeout(() => end(reject, new Error(`no ${source} in ${timeout} ms`)), timeout)
    observer.observe(document.body, { childList: true, characterData: true, subtree: true })
  })
}
