import { useSyncExternalStore } from 'react'

/** Large type with stronger contrast, for eyes a metre away. Says nothing about anybody. */
const largeTypeKey = 'sangyu.largeType'
const changed = 'sangyu:preferences'

function read(): boolean {
  return localStorage.getItem(largeTypeKey) === '1'
}

function apply(): void {
  document.documentElement.toggleAttribute('data-large-type', read())
}
apply()

function subscribe(listener: () => void): () => void {
  window.addEventListener(changed, listener)
  return () => window.removeEventListener(changed, listener)
}

export function useLargeType(): boolean {
  return useSyncExternalStore(subscribe, read)
}

export function setLargeType(on: boolean): void {
  localStorage.setItem(largeTypeKey, on ? '1' : '0')
  apply()
  window.dispatchEvent(new Event(changed))
}
