import { launch } from './browser.mjs'

/** What a headless Chromium wants before it offers a graphics card to a page. */
const FLAGS = [
  '--enable-unsafe-webgpu',
  ...(process.platform === 'linux'
    ? ['--use-angle=vulkan', '--enable-features=Vulkan', '--disable-vulkan-surface']
    : []),
]
const SOFTWARE = ['--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader']

/** A browser with a WebGPU adapter, a real one where there is one, and what it says of itself; or null. */
export async function launchWithGpu(url) {
  const real = await launchAndAsk(FLAGS, url)
  if (real !== null && !real.adapter.software) return real
  await real?.browser.close()
  return launchAndAsk(SOFTWARE, url)
}

async function launchAndAsk(flags, url) {
  const browser = await launch(flags)
  const page = await browser.newPage()
  await page.goto(url)
  const adapter = await page.evaluate(askAdapter)
  await page.close()
  if (adapter !== null) return { browser, adapter }
  await browser.close()
  return null
}

/** Runs in the page. */
async function askAdapter() {
  /* global navigator */
  const adapter = await navigator.gpu?.requestAdapter({ powerPreference: 'high-performance' })
  if (!adapter) return null
  const { vendor, architecture, device, description, isFallbackAdapter } = adapter.info
  const name = [vendor, architecture, device, description].filter((part) => part !== '').join(' ')
  return { name, software: isFallbackAdapter, f16: adapter.features.has('shader-f16') }
}
