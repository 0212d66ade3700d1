import { UndertoneError } from '../../domain/errors.ts'

/** Limits that decide which batches fit; all others stay at what every WebGPU device offers. */
const LIMITS = [
  'maxBufferSize',
  'maxStorageBufferBindingSize',
  'maxComputeWorkgroupStorageSize',
  'maxComputeInvocationsPerWorkgroup',
  'maxComputeWorkgroupSizeX',
  'maxComputeWorkgroupSizeY',
  'maxComputeWorkgroupSizeZ',
  'maxStorageBuffersPerShaderStage',
] as const

/**
 * A device of the fastest adapter, with its limits and none of its optional features: float32 is all that the model
 * needs, and the fewer kinds of shaders there are, the fewer can be wrong. Throws `gpu-missing` when the browser has no
 * WebGPU, offers no adapter or refuses the device.
 */
export async function openGpuDevice(gpu: GPU | undefined): Promise<GPUDevice> {
  if (gpu === undefined) throw new UndertoneError('gpu-missing', 'the browser has no WebGPU')
  const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' })
  if (adapter === null) throw new UndertoneError('gpu-missing', 'the browser offers no adapter')
  const requiredLimits = Object.fromEntries(LIMITS.map((limit) => [limit, adapter.limits[limit]]))
  try {
    return await adapter.requestDevice({ requiredLimits })
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new UndertoneError('gpu-missing', `the adapter gives no device: ${why}`, { cause })
  }
}
