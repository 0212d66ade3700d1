import { createStore, type StoreApi } from 'zustand/vanilla'
import type { PageViews } from './pageView.ts'
import type { Services } from './services.ts'

export interface ShellState {
  /** Name of the view that is shown. */
  shown: string
  /** Names of all views that were ever shown. */
  visited: ReadonlySet<string>
}

/** Which view is shown, and the way of files to the one that takes them. */
export interface Shell {
  readonly state: StoreApi<ShellState>
  readonly views: PageViews
  show: (name: string) => void
  /** Hands files of reviews over and shows the view that has them. */
  openFiles: (files: readonly File[]) => void
  /** Fetches and starts what files need, so that their view opens at once and works when the network is gone by then. */
  preload: () => void
}

export function createShell(services: Services, views: PageViews): Shell {
  const [{ name: first }] = views
  const state = createStore<ShellState>(() => ({ shown: first, visited: new Set([first]) }))
  const show = (name: string): void =>
    state.setState(({ visited }) => ({ shown: name, visited: new Set([...visited, name]) }))
  return {
    state,
    views,
    show,
    openFiles(files) {
      for (const { name, takeFiles } of views) {
        if (takeFiles === undefined) continue
        takeFiles(services, files)
        show(name)
      }
    },
    preload() {
      // Tried again when the view is opened, where a failure is shown.
      for (const { preload } of views) preload?.(services).catch(() => undefined)
      services.table.start()
    },
  }
}
