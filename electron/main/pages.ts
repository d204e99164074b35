import { join } from 'node:path'
import { protocol, type Session } from 'electron'
import { contentSecurityPolicy, findPage } from '../core/pages'

/** The origin of every page of the program. */
export const PAGE_SCHEME = 'app'
export const PAGE_HOST = 'sangyu'
export const START_PAGE = `${PAGE_SCHEME}://${PAGE_HOST}/index.html`

/** Must run before the app is ready. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: PAGE_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

export function servePages(session: Session): void {
  const pagesDir = join(import.meta.dirname, '..', 'renderer')
  session.protocol.handle(PAGE_SCHEME, (request) => {
    const url = new URL(request.url)
    const page = url.host === PAGE_HOST ? findPage(pagesDir, url.pathname) : null
    if (!page) return new Response(null, { status: 404 })
    return new Response(new Uint8Array(page.content), {
      headers: {
        'Content-Type': page.type,
        'Content-Security-Policy': contentSecurityPolicy,
        'X-Content-Type-Options': 'nosniff',
      },
    })
  })
}

/** Whether an address is a page of the program; parsed as a URL, never compared as text. */
export function isOwnPage(address: string): boolean {
  try {
    const url = new URL(address)
    return url.protocol === `${PAGE_SCHEME}:` && url.host === PAGE_HOST
  } catch {
    return false
  }
}
