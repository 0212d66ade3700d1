import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { extname, join, normalize, resolve, sep } from 'node:path'

/** Where the build is served: never the root, so that every test proves that its addresses are relative. */
const BASE = '/some/folder/'

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.csv': 'text/csv',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.mjs': 'text/javascript',
  '.onnx': 'application/octet-stream',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
  '.wasm': 'application/wasm',
}

export interface SiteOptions {
  /** What is served; the build that is tested when there is none. */
  folder?: string
  /** `start-page`: missing files are answered as hosts of single-page apps do, with the start page and status 200. */
  missing?: '404' | 'start-page'
  /** Files and folders of this machine by their place on the site, in front of the build's: `models/other/`. */
  more?: Readonly<Record<string, string>>
}

export interface Site {
  /** Address of the start page, ends with a slash. */
  url: string
  origin: string
  close(): Promise<void>
}

/** The build that is tested: `dist/`, or the folder in `DIST_DIR`. */
export function buildFolder(): string {
  return resolve(process.env['DIST_DIR'] ?? join(import.meta.dirname, '../dist'))
}

/** The humblest static host there is: no header of ours but the content type, on a free port of this machine. */
export async function startSite({
  folder = buildFolder(),
  missing = '404',
  more = {},
}: SiteOptions = {}): Promise<Site> {
  const find = (url: string): string | null => placed(url, more) ?? filePath(url, folder)
  const server = createServer(
    (request, response) => void answer(request, response, { folder, find, missing }),
  )
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  const origin = `http://127.0.0.1:${address.port}`
  return {
    url: origin + BASE,
    origin,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}

interface Served {
  folder: string
  missing: NonNullable<SiteOptions['missing']>
  /** The file behind an address, or null when there can be none. */
  find: (url: string) => string | null
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { folder, find, missing }: Served,
): Promise<void> {
  response.sendDate = false
  const path = find(request.url ?? '/')
  const bytes = path === null ? null : await readFile(path).catch(() => null)
  if (path !== null && bytes !== null) send(response, 200, extname(path), bytes)
  else if (missing === '404') send(response, 404, '.txt', Buffer.from('Not found'))
  else send(response, 200, '.html', await readFile(join(folder, 'index.html')))
}

function send(response: ServerResponse, status: number, extension: string, bytes: Buffer): void {
  response.writeHead(status, { 'content-type': TYPES[extension] ?? 'application/octet-stream' }).end(bytes)
}

/** Where on the site an address lies, or null when it lies outside. */
function pathOn(url: string): string | null {
  const path = decodeURIComponent(new URL(url, 'http://host').pathname)
  return path.startsWith(BASE) ? path.slice(BASE.length) : null
}

function placed(url: string, more: NonNullable<SiteOptions['more']>): string | null {
  const path = pathOn(url)
  const found = Object.entries(more).find(([place]) =>
    place.endsWith('/') ? path?.startsWith(place) === true : path === place,
  )
  if (path === null || found === undefined) return null
  const [place, source] = found
  return join(source, path.slice(place.length))
}

/** The file of the build behind an address, or null when it lies outside the site. */
function filePath(url: string, folder: string): string | null {
  const path = pathOn(url)
  if (path === null) return null
  const file = normalize(join(folder, path || 'index.html'))
  return file.startsWith(folder + sep) ? file : null
}
