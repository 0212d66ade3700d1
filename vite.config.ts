import { cp, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defaultClientConditions, type HtmlTagDescriptor, type Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

const root = import.meta.dirname

/** The folder under `models/` that the app loads. Versioned: browsers never revalidate cached models. */
const MODEL = 'undertone-7'
const MODEL_TITLE = 'Undertone 7'

/**
 * The seal. As a meta tag it holds on any static host, without headers; workers inherit it because they start from
 * a blob (see src/lib/sealedWorker.ts). `frame-ancestors` has no effect in a meta tag; hosts may send it.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  'worker-src blob:',
  "connect-src 'self'",
  "img-src 'self' data:",
  "style-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
].join('; ')

/** Only the build is sealed: the dev server injects inline scripts and styles of its own. */
function seal(): Plugin {
  return {
    name: 'undertone-seal',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: POLICY },
        injectTo: 'head-prepend',
      },
    ],
  }
}

/** `models/<MODEL>` of the repository as `models/<MODEL>` of the site, in dev and in the build. */
function builtInModel(): Plugin {
  const folder = join(root, 'models', MODEL)
  const prefix = `/models/${MODEL}/`
  return {
    name: 'undertone-built-in-model',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = decodeURI((request.url ?? '').split('?')[0] ?? '')
        if (!path.startsWith(prefix) || path.includes('..')) return next()
        readFile(join(folder, path.slice(prefix.length))).then(
          (bytes) => response.setHeader('content-type', contentType(path)).end(bytes),
          () => response.writeHead(404).end(),
        )
      })
    },
    async writeBundle({ dir }) {
      if (dir?.endsWith('dist') === true) await cp(folder, join(dir, 'models', MODEL), { recursive: true })
    },
  }
}

/**
 * `config.json` at the root of the site: its models and which one comes first. The page asks for it and for the first
 * model's manifest before anything else, while the script is still on its way, so that reading them costs no time.
 */
function deployment(): Plugin {
  const path = `models/${MODEL}/`
  const config = JSON.stringify({ models: [{ path, name: MODEL_TITLE }], default: path }, null, 2)
  const preload = (href: string): HtmlTagDescriptor => ({
    tag: 'link',
    attrs: { rel: 'preload', as: 'fetch', crossorigin: true, href },
    injectTo: 'head',
  })
  return {
    name: 'undertone-deployment',
    configureServer(server) {
      server.middlewares.use('/config.json', (_, response) => {
        response.setHeader('content-type', 'application/json').end(config)
      })
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'config.json', source: config })
    },
    transformIndexHtml: () => [preload('./config.json'), preload(`./${path}manifest.json`)],
  }
}

function contentType(path: string): string {
  return path.endsWith('.json') ? 'application/json' : 'application/octet-stream'
}

function workerName(entry: string): string {
  if (entry.includes('/src/table/')) return 'table'
  return entry.includes('/gpuMain') ? 'gpu' : 'inference'
}

export default defineConfig({
  base: './',
  // A missing file is a 404, never the page: a host's fallback page must not be parsed as a model.
  appType: 'mpa',
  define: { __MODEL__: JSON.stringify(MODEL), __MODEL_TITLE__: JSON.stringify(MODEL_TITLE) },
  // The runtime's glue stays a file beside its wasm: fetched with it, by the one worker that needs it.
  resolve: { conditions: ['onnxruntime-web-use-extern-wasm', ...defaultClientConditions] },
  plugins: [react(), seal(), builtInModel(), deployment()],
  build: {
    target: 'es2023',
    sourcemap: false,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    // The bundler never asks again for a style sheet of a part that failed once: the part would open without it.
    cssCodeSplit: false,
  },
  worker: {
    format: 'es',
    rolldownOptions: {
      output: {
        entryFileNames: ({ facadeModuleId }) => `assets/${workerName(facadeModuleId ?? '')}-worker-[hash].js`,
      },
    },
  },
  test: {
    // One worker a core; vitest's own choice leaves one core idle, half of a small machine.
    maxWorkers: '100%',
    pool: 'threads',
    // Nothing is timed by it: a busy machine must not fail what only takes longer there.
    testTimeout: 20_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'core',
          environment: 'node',
          // State lives in objects that each test makes, never in modules: loading every module anew for each of two
          // hundred files would be half of the work.
          isolate: false,
          include: ['src/**/*.test.ts', 'models/*.test.ts', 'models/evaluate/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'views',
          environment: 'jsdom',
          include: ['src/**/*.test.tsx'],
          setupFiles: ['src/testing/setup.ts'],
        },
      },
    ],
  },
})
