import { describe, expect, it } from 'vitest'
import { localFolder, looksLikeModel, type PlacedFile } from './localFolder.ts'

function placed(...paths: string[]): PlacedFile[] {
  return paths.map((path) => ({ path, file: new File([], path.split('/').at(-1) ?? '') }))
}

describe('files that are meant as a model', () => {
  it.each([
    { paths: ['small/config.json', 'small/onnx/model.onnx'], model: true },
    { paths: ['model.onnx'], model: true },
    { paths: ['small/tokenizer.json'], model: true },
    { paths: ['march.csv', 'april.csv'], model: false },
    { paths: ['my-config.json', 'notes/onnx.csv'], model: false },
    { paths: [], model: false },
  ])('$paths: $model', ({ paths, model }) => {
    expect(looksLikeModel(placed(...paths))).toBe(model)
  })
})

describe('the folder of a local model', () => {
  it('is named as on the device, and its files by their path in it', () => {
    const { name, files } = localFolder(
      placed('small/config.json', 'small/onnx/model.onnx', 'small/tokenizer.json'),
    )
    expect(name).toBe('small')
    expect([...files.keys()]).toEqual(['config.json', 'onnx/model.onnx', 'tokenizer.json'])
  })

  it('may lie deeper in what was dropped', () => {
    const { name, files } = localFolder(
      placed('models/README.md', 'models/small/config.json', 'models/small/a.onnx'),
    )
    expect(name).toBe('small')
    expect([...files.keys()]).toEqual(['config.json', 'a.onnx'])
  })

  it('may be loose files', () => {
    const { name, files } = localFolder(placed('config.json', 'tokenizer.json', 'model.onnx'))
    expect(name).toBe('Model from this device')
    expect([...files.keys()]).toEqual(['config.json', 'tokenizer.json', 'model.onnx'])
  })

  it('is the outer one when a part of it has settings of its own', () => {
    expect(localFolder(placed('big/config.json', 'big/onnx/config.json')).name).toBe('big')
  })

  it.each([
    { paths: ['small/model.onnx'], says: 'There is no config.json' },
    {
      paths: ['all/a/config.json', 'all/b/config.json'],
      says: 'There are several models, in all/a/config.json and all/b/config.json',
    },
  ])('cannot be told from $paths', ({ paths, says }) => {
    expect(() => localFolder(placed(...paths))).toThrow(says)
  })
})
