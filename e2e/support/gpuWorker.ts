import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { JSHandle, Page } from '@playwright/test'
import { buildFolder } from '../staticServer.ts'
import { builtInModel } from './builtIn.ts'

/** An answer of a worker, as it crosses the wall. */
type Answer =
  | { type: 'ready' }
  | { id: number; output: unknown }
  | { id: number; failure: { code: string; message: string } }

/** The built WebGPU worker, started the way the product starts it, with the page's policy. */
export interface GpuWorker {
  /** Resolves to the output; rejects with an error whose message is the failure's code and message. */
  call: (name: string, input: unknown) => Promise<unknown>
}

export interface Read {
  logits: number[]
  pieces: number[]
}

/** The script of the WebGPU worker in the build, relative to the start page. */
function gpuScript(): string {
  const scripts = readdirSync(join(buildFolder(), 'assets')).filter((name) =>
    /^gpu-worker-.*[.]js$/.test(name),
  )
  const [script] = scripts
  if (script === undefined || scripts.length > 1)
    throw new Error(`${scripts.length} scripts of WebGPU workers`)
  return `assets/${script}`
}

/** Starts it from the open page and waits until it listens. */
export function startGpuWorker(page: Page): Promise<JSHandle<GpuWorker>> {
  return page.evaluateHandle(async (script): Promise<GpuWorker> => {
    const bootstrap = `await import(${JSON.stringify(new URL(script, location.href).href)})`
    const blob = new Blob([bootstrap], { type: 'text/javascript' })
    const worker = new Worker(URL.createObjectURL(blob), { type: 'module', name: 'undertone-gpu' })
    const waiting = new Map<number, (answer: Answer) => void>()
    let lastId = 0
    await new Promise<void>((ready) => {
      worker.onmessage = ({ data }: MessageEvent<Answer>) => {
        if ('id' in data) waiting.get(data.id)?.(data)
        else ready()
      }
    })
    return {
      call: async (call, input) => {
        const id = ++lastId
        const answer = await new Promise<Answer>((resolve) => {
          waiting.set(id, resolve)
          worker.postMessage({ type: 'call', id, call, input })
        })
        if ('failure' in answer) throw new Error(`${answer.failure.code}: ${answer.failure.message}`)
        return 'output' in answer ? answer.output : null
      },
    }
  }, gpuScript())
}

/** Loads the built-in model for WebGPU from the site's own folder; resolves to the worker's report. */
export function loadModel(worker: JSHandle<GpuWorker>): Promise<unknown> {
  return worker.evaluate(async (gpu, name) => {
    const folder = new URL(`models/${name}/`, location.href)
    const weights = 'onnx/model_w8.onnx'
    const files = ['tokenizer.json', 'tokenizer_config.json', weights].map(async (path) => {
      const response = await fetch(new URL(path, folder))
      return { path, bytes: new Uint8Array(await response.arrayBuffer()) }
    })
    return gpu.call('load', {
      files: await Promise.all(files),
      weights,
      window: { pieces: 256, overlap: 64 },
      outputs: ['negative', 'neutral', 'positive'],
    })
  }, builtInModel())
}

export function read(worker: JSHandle<GpuWorker>, texts: readonly string[]): Promise<Read[]> {
  return worker.evaluate(async (gpu, input) => {
    const answers = (await gpu.call('classify', { texts: input })) as {
      logits: Float32Array
      pieces: Uint32Array
    }[]
    return answers.map(({ logits, pieces }) => ({ logits: [...logits], pieces: [...pieces] }))
  }, texts)
}
