import type { ComponentProps, MouseEvent } from 'react'
import styles from './Button.module.css'
import { classes } from './classes.ts'

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'disabled' | 'title'> {
  /** `primary` once per view at most; `quiet` is underlined text; `pill` offers a choice that changes nothing yet. */
  variant?: 'primary' | 'secondary' | 'quiet' | 'pill'
  /**
   * Why the button does nothing now. It stays focusable, so that a keyboard or screen reader finds it and the reason,
   * and ignores clicks.
   */
  unavailable?: string | undefined
}

export function Button({
  variant = 'secondary',
  unavailable,
  className,
  onClick,
  type = 'button',
  ...rest
}: ButtonProps) {
  const off = unavailable !== undefined
  const click = (event: MouseEvent<HTMLButtonElement>): void => {
    if (off) event.preventDefault()
    else onClick?.(event)
  }
  return (
    <button
      {...rest}
      type={type}
      className={classes(styles['button'], styles[variant], className)}
      aria-disabled={off ? true : undefined}
      title={unavailable}
      onClick={click}
    />
  )
}
