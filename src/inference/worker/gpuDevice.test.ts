import { describe, expect, it, vi } from 'vitest'
import { openGpuDevice } from './gpuDevice.ts'

const LIMITS = {
  maxBufferSize: 1 << 28,
  maxStorageBufferBindingSize: 1 << 27,
  maxComputeWorkgroupStorageSize: 16_384,
  maxComputeInvocationsPerWorkgroup: 256,
  maxComputeWorkgroupSizeX: 256,
  maxComputeWorkgroupSizeY: 256,
  maxComputeWorkgroupSizeZ: 64,
  maxStorageBuffersPerShaderStage: 8,
  maxTextureDimension2D: 8192,
}

function fakeGpu(
  requestDevice: (descriptor: GPUDeviceDescriptor) => Promise<unknown>,
  features: string[] = [],
) {
  const adapter = { limits: LIMITS, features: new Set(features), requestDevice }
  return { requestAdapter: () => Promise.resolve(adapter) } as unknown as GPU
}

describe('openGpuDevice', () => {
  it.each([
    { what: 'no WebGPU', gpu: undefined },
    { what: 'no adapter', gpu: { requestAdapter: () => Promise.resolve(null) } as unknown as GPU },
    { what: 'a device that is refused', gpu: fakeGpu(() => Promise.reject(new TypeError('limits'))) },
  ])('throws gpu-missing for $what', async ({ gpu }) => {
    await expect(openGpuDevice(gpu)).rejects.toMatchObject({ code: 'gpu-missing' })
  })

  it.each([{ features: [] }, { features: ['shader-f16', 'subgroups'] }])(
    'asks an adapter with features $features for none of them',
    async ({ features }) => {
      const requestDevice = vi.fn((descriptor: GPUDeviceDescriptor) => Promise.resolve(descriptor))
      await openGpuDevice(fakeGpu(requestDevice, features))
      expect(requestDevice.mock.calls[0]![0].requiredFeatures).toBeUndefined()
    },
  )

  it('asks for all the memory that the adapter has', async () => {
    const requestDevice = vi.fn((descriptor: GPUDeviceDescriptor) => Promise.resolve(descriptor))
    await openGpuDevice(fakeGpu(requestDevice))
    const { requiredLimits } = requestDevice.mock.calls[0]![0]
    expect(requiredLimits).toMatchObject({ maxBufferSize: 1 << 28, maxStorageBufferBindingSize: 1 << 27 })
    expect(requiredLimits).not.toHaveProperty('maxTextureDimension2D')
  })
})
