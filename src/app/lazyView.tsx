import { lazy, Suspense, useState, type ComponentType } from 'react'
import { UndertoneError } from '../domain/errors.ts'
import { importAgain } from '../lib/importAgain.ts'
import type { PageView, PanelProps } from './pageView.ts'
import type { Services } from './services.ts'

/**
 * A view that is no part of the page's first load; `load` is a bare `import()` of the file whose default it is, and `propsOf`
 * gives what it works with, which may have to be fetched as well. What cannot be fetched fails with `view-missing`, and is
 * asked for again by the next panel that is mounted.
 */
export function lazyView<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
  propsOf: (services: Services) => Props | Promise<Props>,
): Pick<PageView, 'Panel' | 'preload'> {
  async function fetchView(services: Services): Promise<{ default: ComponentType }> {
    try {
      const [{ default: View }, props] = await Promise.all([importAgain(load), propsOf(services)])
      return { default: () => <View {...props} /> }
    } catch (thrown) {
      throw new UndertoneError('view-missing', String(thrown), { cause: thrown })
    }
  }

  function Panel({ services }: PanelProps) {
    // React keeps the outcome of a fetch for good, so each mount asks with one of its own.
    const [View] = useState(() => lazy(() => fetchView(services)))
    return (
      <Suspense fallback={null}>
        <View />
      </Suspense>
    )
  }

  return { Panel, preload: fetchView }
}
