import { useSyncExternalStore } from 'react'

/**
 * The address of a screen lives behind the `#`, query and all (`#/recipients?status=active`), so
 * that Back brings list and filter back together. wouter's own hash hook keeps the query in front
 * of the `#`, where it would leak from one screen into the next.
 */
const changed = 'sangyu:location'

function current(): string {
  const address = location.hash.replace(/^#/, '')
  return address.startsWith('/') ? address : `/${address}`
}

function subscribe(listener: () => void): () => void {
  const events = ['hashchange', 'popstate', changed]
  for (const event of events) window.addEventListener(event, listener)
  return () => {
    for (const event of events) window.removeEventListener(event, listener)
  }
}

/** How many screens of this session lie behind us; Esc leaves to the parent when there is none. */
function depth(): number {
  const state = history.state as { depth?: number } | null
  return state?.depth ?? 0
}

export function navigate(to: string, options: { replace?: boolean } = {}): void {
  const address = `#${to.startsWith('/') ? to : `/${to}`}`
  if (options.replace) history.replaceState({ depth: depth() }, '', address)
  else if (address !== location.hash) history.pushState({ depth: depth() + 1 }, '', address)
  window.dispatchEvent(new Event(changed))
}

export function goBack(parent: string): void {
  if (depth() > 0) history.back()
  else navigate(parent)
}

/** Path and query as written, without the `#`. */
export function currentAddress(): string {
  return current()
}

function pathOf(address: string): string {
  return address.split('?', 1)[0]!
}

function queryOf(address: string): string {
  const at = address.indexOf('?')
  return at < 0 ? '' : address.slice(at + 1)
}

/** For wouter's `<Router hook>`. */
export function useHashPath(): [string, typeof navigate] {
  return [useSyncExternalStore(subscribe, () => pathOf(current())), navigate]
}
useHashPath.hrefs = (href: string): string => `#${href}`

/** For wouter's `<Router searchHook>`. */
export function useHashSearch(): string {
  return useSyncExternalStore(subscribe, () => queryOf(current()))
}
