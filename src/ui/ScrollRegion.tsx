import type { ReactNode } from 'react'

export interface ScrollRegionProps {
  /** Its accessible name: either words or the id of what names it. */
  name: { label: string } | { labelledBy: string }
  /** Brings its own `overflow`: sideways, or both ways with a height. */
  className?: string | undefined
  children: ReactNode
}

/** Content wider than the page scrolls inside its own region, which the keyboard can reach. */
export function ScrollRegion({ name, className, children }: ScrollRegionProps) {
  return (
    <div
      className={className}
      role="region"
      aria-label={'label' in name ? name.label : undefined}
      aria-labelledby={'labelledBy' in name ? name.labelledBy : undefined}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- without it no key scrolls the region (axe: scrollable-region-focusable)
      tabIndex={0}
    >
      {children}
    </div>
  )
}
