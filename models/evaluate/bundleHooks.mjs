// Hooks for Node's modules: what the inference worker imports resolves as in the bundle.

/** As `resolve.conditions` in vite.config.ts: the runtime's build that loads its wasm from a file. */
const CONDITIONS = ['onnxruntime-web-use-extern-wasm']

/** `import url from 'package/file?url'` gives the file's address. */
export async function resolve(specifier, context, next) {
  const bundled = { ...context, conditions: [...CONDITIONS, ...context.conditions] }
  if (!specifier.endsWith('?url')) return next(specifier, bundled)
  const { url } = await next(specifier.slice(0, -'?url'.length), bundled)
  return { url: `data:text/javascript,export default ${JSON.stringify(url)}`, shortCircuit: true }
}
