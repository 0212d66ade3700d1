/**
 * Starts a module worker that inherits the page's content security policy.
 *
 * A worker started from its script's URL takes its policy from its own response headers, so on a static host that
 * sends none it could reach any origin. One started from a blob inherits the page's policy; a dynamic import in the
 * blob then loads the real script from this origin. Listen for the worker's `ready` before posting to it.
 * `scriptUrl` is absolute: `new URL(url, import.meta.url).href` with `import url from './worker/main.ts?worker&url'`.
 */
export function startSealedWorker(scriptUrl: string, name: string): Worker {
  const blob = new Blob([`await import(${JSON.stringify(scriptUrl)})`], { type: 'text/javascript' })
  const bootstrap = URL.createObjectURL(blob)
  const worker = new Worker(bootstrap, { type: 'module', name })
  // The worker has fetched its bootstrap once it runs; Chromium resolves the URL when the worker is constructed.
  setTimeout(() => URL.revokeObjectURL(bootstrap), 60_000)
  return worker
}
