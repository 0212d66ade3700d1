const ADDRESS = /https?:\/\/\S+$/

/** How often a file was asked for in vain under another address, by its own. */
const failures = new Map<string, number>()

/**
 * What `load` imports; a file that cannot be fetched is asked for once more, under another address. Chromium 150 keeps the
 * failure of an address for as long as the page lives, 156 does not: without another one nothing could be tried again
 * there. Its message ends with the address. Browsers whose message does not are only asked by `load`.
 * Rejects with what `load` rejects with.
 */
export async function importAgain<Module>(load: () => Promise<Module>): Promise<Module> {
  try {
    return await load()
  } catch (thrown) {
    const address = ADDRESS.exec(String(thrown))?.[0]
    if (address === undefined) throw thrown
    const failed = failures.get(address) ?? 0
    try {
      // The number stays once it worked, so that later calls get the same module.
      // eslint-disable-next-line @typescript-eslint/no-unsafe-return -- the same file, whose types `load` tells
      return await import(/* @vite-ignore */ `${address}?again=${failed}`)
    } catch {
      // The first reason names the file by its own address.
      failures.set(address, failed + 1)
      throw thrown
    }
  }
}
