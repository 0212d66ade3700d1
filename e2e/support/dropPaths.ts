import type { Page } from '@playwright/test'

interface Place {
  x: number
  y: number
}

/**
 * As a person drops files or folders from another window: real drag events of the browser. They enter the page in its
 * middle and are dropped there, or else at `place`, before the browser has asked the element there for anything. Which
 * elements hear of it, and whether the page accepts the drop, the browser decides.
 */
export async function dropPaths(page: Page, paths: readonly string[], place?: Place): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 }
  const middle = { x: width / 2, y: height / 2 }
  const send = async (type: 'dragEnter' | 'dragOver' | 'drop', { x, y }: Place): Promise<void> => {
    const data = { items: [], files: [...paths], dragOperationsMask: 1 }
    await session.send('Input.dispatchDragEvent', { type, x, y, data })
  }
  await send('dragEnter', middle)
  if (place === undefined) await send('dragOver', middle)
  await send('drop', place ?? middle)
  await session.detach()
}
