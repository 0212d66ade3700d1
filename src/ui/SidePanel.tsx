import { Dialog as Base } from '@base-ui/react/dialog'
import { DialogFrame, type DialogFrameProps } from './DialogFrame.tsx'

export interface SidePanelProps extends Omit<DialogFrameProps, 'place'> {
  open: boolean
  /** Close or Escape; a click or focus elsewhere leaves the panel open, so that a list can be walked through. */
  onClose: () => void
}

/** Details beside the page, which stays usable. Full screen on phones. Focus moves in, and back to the opener. */
export function SidePanel({ open, onClose, ...frame }: SidePanelProps) {
  return (
    <Base.Root
      open={open}
      modal={false}
      disablePointerDismissal
      onOpenChange={(next) => {
        if (!next) onClose()
      }}
    >
      <Base.Portal>
        <DialogFrame place="side" {...frame} />
      </Base.Portal>
    </Base.Root>
  )
}
