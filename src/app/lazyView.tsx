import { lazy, Suspense, useState, type ComponentType } from 'react'
import { UndertoneError } from '../domain/errors.ts'
import { importAgain } from '../lib/importAgain.ts'
import type { PageView, PanelProps } from './pageView.ts'

/**
 * A view that is no part of the page's first load; `load` is a bare `import()` of the file whose default it is. One that
 * cannot be fetched fails with `view-missing`, and is asked for again by the next panel that is mounted.
 */
export function lazyView<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
  propsOf: (props: PanelProps) => Props,
): Pick<PageView, 'Panel' | 'preload'> {
  async function fetchView(): Promise<{ default: ComponentType<PanelProps> }> {
    try {
      const { default: View } = await importAgain(load)
      return { default: (props) => <View {...propsOf(props)} /> }
    } catch (thrown) {
      throw new UndertoneError('view-missing', String(thrown), { cause: thrown })
    }
  }

  function Panel(props: PanelProps) {
    // React keeps the outcome of a fetch for good, so each mount asks with one of its own.
    const [View] = useState(() => lazy(fetchView))
    return (
      <Suspense fallback={null}>
        <View {...props} />
      </Suspense>
    )
  }

  return { Panel, preload: fetchView }
}
