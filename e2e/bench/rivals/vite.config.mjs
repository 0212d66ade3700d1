// The page of the rivals, for the benchmark only. Never part of dist.
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { RIVALS_DIST } from './rivalsDist.mjs'

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url))

export default defineConfig({
  root: path('.'),
  base: './',
  publicDir: false,
  resolve: {
    alias: { 'onnxruntime-web/webgpu': path('../../../node_modules/onnxruntime-web/dist/ort.wasm.min.mjs') },
  },
  build: { outDir: RIVALS_DIST, emptyOutDir: true, target: 'es2023', assetsInlineLimit: 0 },
  worker: { format: 'es' },
})
