import { useEffect, useRef } from 'react'

/** What Esc closes: the innermost thing first. */
const handlers: (() => void)[] = []

function isTyping(target: EventTarget | null): target is HTMLElement {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select'))
  )
}

/** Mantine closes its own dialogs, menus and pick lists on Esc. */
function overlayOpen(): boolean {
  return (
    [...document.querySelectorAll('[role="dialog"], [role="menu"], [role="listbox"]')].some(
      (overlay) => overlay instanceof HTMLElement && overlay.offsetParent !== null,
    ) || document.querySelector('[aria-modal="true"]') !== null
  )
}

/** The key that closes an overlay: it is gone from the page before our own listener runs. */
let closing: KeyboardEvent | null = null
window.addEventListener(
  'keydown',
  (event) => {
    closing = event.key === 'Escape' && overlayOpen() ? event : null
  },
  { capture: true },
)

window.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return
  if (event === closing) return
  if (isTyping(event.target)) {
    // The first Esc leaves the field, the next one the page: no line is lost by one key.
    event.target.blur()
    return
  }
  handlers.at(-1)?.()
})

/** Runs `handler` on Esc while mounted and active, before those registered earlier. */
export function useEscape(handler: () => void, active = true): void {
  const latest = useRef(handler)
  useEffect(() => {
    latest.current = handler
  })
  useEffect(() => {
    if (!active) return
    const run = (): void => latest.current()
    handlers.push(run)
    return () => void handlers.splice(handlers.indexOf(run), 1)
  }, [active])
}
