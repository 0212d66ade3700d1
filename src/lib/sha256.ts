import { importAgain } from './importAgain.ts'

/**
 * SHA-256 in lower-case hex. The browser's own digest runs off the main thread but exists only in secure contexts;
 * on a plain-http address in a local network the library's is fetched and used instead.
 */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  if (globalThis.isSecureContext) return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))
  const { sha256: digest } = await importAgain(() => import('@noble/hashes/sha2.js'))
  return hex(digest(bytes))
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
