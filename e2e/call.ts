import type { Page } from '@playwright/test'

/** What an operation answers: its value, or why not. */
export interface Answer {
  ok: boolean
  value?: unknown
  error?: { code: string; message: string; fields?: Record<string, string> }
}

/** Calls an operation as the page's own transport does. */
export function call(page: Page, name: string, input: unknown): Promise<Answer> {
  return page.evaluate(
    async ([operation, body]) => {
      const bridge = (
        window as { sangyu?: { call(name: string, input: unknown): Promise<unknown> } }
      ).sangyu
      if (bridge) return (await bridge.call(operation, body)) as Answer
      const response = await fetch(`/api/${operation}`, {
        method: 'POST',
        headers: {
          Authorization: `Bearer ${sessionStorage.getItem('sangyu.token')}`,
          'Content-Type': 'application/json',
        },
        body: JSON.stringify(body),
      })
      return (await response.json()) as Answer
    },
    [name, input] as const,
  )
}
