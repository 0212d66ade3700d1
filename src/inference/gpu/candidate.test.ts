import { describe, expect, it } from 'vitest'
import { GOOD_ADAPTER } from '../../testing/fakeDevice.ts'
import { planGpu, type GpuFacts, type Plan } from './candidate.ts'
import type { Verdict } from './verdicts.ts'

/** Everything speaks for the graphics card. */
const GOOD: GpuFacts = {
  preferred: 'auto',
  weights: 'onnx/model_w8.onnx',
  adapter: GOOD_ADAPTER,
  verdict: null,
  bytes: 10,
  mustAsk: false,
  repays: true,
}

function verdict(outcome: Verdict['outcome']): Verdict {
  return { outcome, proof: null, webgpu: null, wasm: null }
}

const SOFTWARE = { ...GOOD_ADAPTER, software: true }
const WITHOUT_F16 = { usable: true, name: 'old', software: false, f16: false } as const
const FORCED = { preferred: 'webgpu' } as const

describe('planGpu', () => {
  it.each<{ what: string; facts: Partial<GpuFacts>; plan: Plan }>([
    { what: 'a card that was never tried', facts: {}, plan: { do: 'try' } },
    { what: 'one that was faster before', facts: { verdict: verdict('faster') }, plan: { do: 'start' } },
    { what: 'no weights', facts: { weights: null }, plan: { do: 'refuse', why: 'no-weights' } },
    {
      what: 'no WebGPU',
      facts: { adapter: { usable: false, why: 'no-webgpu' } },
      plan: { do: 'refuse', why: 'no-webgpu' },
    },
    {
      what: 'no adapter, though forced',
      facts: { ...FORCED, adapter: { usable: false, why: 'no-adapter' } },
      plan: { do: 'refuse', why: 'no-adapter' },
    },
    {
      what: 'half precision that is missing',
      facts: { weights: 'onnx/model_fp16.onnx', adapter: WITHOUT_F16 },
      plan: { do: 'refuse', why: 'no-f16' },
    },
    {
      what: 'half precision that is there',
      facts: { weights: 'onnx/model_q4f16.onnx' },
      plan: { do: 'try' },
    },
    { what: 'full precision without f16', facts: { adapter: WITHOUT_F16 }, plan: { do: 'try' } },
    {
      what: 'a processor in disguise',
      facts: { adapter: SOFTWARE },
      plan: { do: 'refuse', why: 'software' },
    },
    { what: 'a processor in disguise, forced', facts: { ...FORCED, adapter: SOFTWARE }, plan: { do: 'try' } },
    {
      what: 'a processor in disguise that was timed',
      facts: { adapter: SOFTWARE, verdict: verdict('slower') },
      plan: { do: 'refuse', why: 'slower' },
    },
    {
      what: 'one that disagreed',
      facts: { verdict: verdict('disagrees') },
      plan: { do: 'refuse', why: 'disagrees' },
    },
    {
      what: 'one that disagreed, forced',
      facts: { ...FORCED, verdict: verdict('disagrees') },
      plan: { do: 'refuse', why: 'disagrees' },
    },
    {
      what: 'one that was slower',
      facts: { verdict: verdict('slower') },
      plan: { do: 'refuse', why: 'slower' },
    },
    {
      what: 'one that was slower, forced',
      facts: { ...FORCED, verdict: verdict('slower') },
      plan: { do: 'start' },
    },
    { what: 'one that failed', facts: { verdict: verdict('failed') }, plan: { do: 'refuse', why: 'failed' } },
    {
      what: 'one that failed, forced',
      facts: { ...FORCED, verdict: verdict('failed') },
      plan: { do: 'try' },
    },
    { what: 'a small batch', facts: { repays: false }, plan: { do: 'refuse', why: 'not-worth-it' } },
    { what: 'a small batch, forced', facts: { ...FORCED, repays: false }, plan: { do: 'try' } },
    { what: 'a metered connection', facts: { mustAsk: true }, plan: { do: 'ask' } },
    { what: 'a metered connection, forced', facts: { ...FORCED, mustAsk: true }, plan: { do: 'ask' } },
    { what: 'nothing to fetch over it', facts: { mustAsk: true, bytes: 0 }, plan: { do: 'try' } },
  ])('$what: $plan', ({ facts, plan }) => {
    expect(planGpu({ ...GOOD, ...facts })).toEqual(plan)
  })
})
