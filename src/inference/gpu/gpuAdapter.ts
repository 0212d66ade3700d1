/** What the page's graphics card is, as far as the browser tells. */
export type GpuAdapter =
  | {
      usable: true
      /** Names the adapter in remembered verdicts: `nvidia ada-lovelace`. */
      name: string
      /** The browser computes on the processor instead: never faster than WebAssembly. */
      software: boolean
      /** Half precision. */
      f16: boolean
    }
  | { usable: false; why: 'no-webgpu' | 'no-jspi' | 'no-adapter' }

/**
 * Asks for an adapter; never rejects. `navigator.gpu` exists without one. The WebGPU runtime suspends WebAssembly
 * (JSPI), so a browser without that does not get it.
 */
export async function askAdapter(): Promise<GpuAdapter> {
  if (!('gpu' in navigator)) return { usable: false, why: 'no-webgpu' }
  if (!('Suspending' in WebAssembly)) return { usable: false, why: 'no-jspi' }
  const adapter = await navigator.gpu
    .requestAdapter({ powerPreference: 'high-performance' })
    .catch(() => null)
  if (adapter === null) return { usable: false, why: 'no-adapter' }
  const { vendor, architecture, device, description } = adapter.info
  // Younger than the rest of WebGPU: browsers may not tell.
  const fallback: unknown = adapter.info.isFallbackAdapter
  return {
    usable: true,
    name: [vendor, architecture, device, description].filter((part) => part !== '').join(' ') || 'unnamed',
    software: fallback === true,
    f16: adapter.features.has('shader-f16'),
  }
}
