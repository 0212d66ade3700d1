// Hooks for Node's modules: `import url from 'package/file?url'` gives the file's address, as Vite does.
export async function resolve(specifier, context, next) {
  if (!specifier.endsWith('?url')) return next(specifier, context)
  const { url } = await next(specifier.slice(0, -'?url'.length), context)
  return { url: `data:text/javascript,export default ${JSON.stringify(url)}`, shortCircuit: true }
}
