import { Tabs as Base } from '@base-ui/react/tabs'
import type { ReactNode } from 'react'
import styles from './Tabs.module.css'

export interface Tab<Value extends string> {
  value: Value
  label: string
  panel: ReactNode
}

export interface TabsProps<Value extends string> {
  label: string
  value: Value
  tabs: readonly Tab<Value>[]
  onChange: (value: Value) => void
  /** Before and after the tabs in the page's header. */
  start?: ReactNode
  end?: ReactNode
}

/**
 * The frame of the page: a header with the tabs, and `main` with their panels. A hidden panel stays mounted, so that
 * a running batch goes on and a typed text stays.
 */
export function Tabs<Value extends string>({ label, value, tabs, onChange, start, end }: TabsProps<Value>) {
  return (
    <Base.Root
      value={value}
      onValueChange={(chosen: unknown) => {
        const tab = tabs.find((candidate) => candidate.value === chosen)
        if (tab !== undefined) onChange(tab.value)
      }}
    >
      <header className={styles['header']}>
        <div className={styles['bar']}>
          {start}
          <Base.List className={styles['list']} aria-label={label} activateOnFocus>
            {tabs.map((tab) => (
              <Base.Tab key={tab.value} value={tab.value} className={styles['tab']}>
                {tab.label}
              </Base.Tab>
            ))}
          </Base.List>
          {end !== undefined && <div className={styles['end']}>{end}</div>}
        </div>
      </header>
      <main>
        {tabs.map((tab) => (
          // Every panel begins with a control of its own, so the panel itself is no tab stop.
          <Base.Panel key={tab.value} value={tab.value} keepMounted tabIndex={-1} className={styles['panel']}>
            {tab.panel}
          </Base.Panel>
        ))}
      </main>
    </Base.Root>
  )
}
