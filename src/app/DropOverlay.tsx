import { useStore } from 'zustand'
import styles from './DropOverlay.module.css'
import type { Dragging } from './fileDrops.ts'

/** Says what will happen to what is held over the page. */
export function DropOverlay({ state }: { state: Dragging }) {
  const { dragging } = useStore(state)
  return dragging ? (
    <div className={styles['overlay']}>
      Drop reviews to open them in Batch, or a model’s folder to use it. Nothing leaves this device.
    </div>
  ) : null
}
