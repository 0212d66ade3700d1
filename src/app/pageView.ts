import type { ComponentType } from 'react'
import type { Services } from './services.ts'

/** What the shell gives to the panel of a view. */
export interface PanelProps {
  services: Services
  /** Files of reviews that a person chose elsewhere: shown in the view that takes them. */
  onFiles: (files: readonly File[]) => void
  onHowToCheck: () => void
}

/** A view of the page: its tab, and the panel that is mounted on the first visit and kept. */
export interface PageView {
  /** Tells it from the others. */
  name: string
  /** Of its tab. */
  label: string
  Panel: ComponentType<PanelProps>
  /** Fetches what is not part of the page's first load, when the model no longer needs the line. */
  preload?: (services: Services) => Promise<unknown>
  /** Of the one view that opens files dropped or chosen anywhere on the page; it may not be mounted yet. */
  takeFiles?: (services: Services, files: readonly File[]) => void
}

/** In the order of their tabs. */
export type PageViews = readonly [PageView, ...PageView[]]
