import { readFileSync, statSync } from 'node:fs'
import { extname, isAbsolute, join, relative, resolve } from 'node:path'

/** What the pages of the program may load: themselves and nothing else. */
export const contentSecurityPolicy = [
  `default-src 'none'`,
  `script-src 'self'`,
  `style-src 'self' 'unsafe-inline'`,
  `img-src 'self' data: blob:`,
  `font-src 'self'`,
  `connect-src 'self'`,
  `base-uri 'none'`,
  `form-action 'none'`,
].join('; ')

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.bcmap': 'application/octet-stream',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.json': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.woff2': 'font/woff2',
}

/** A file of the built pages by its URL path; null when there is none or it lies outside. */
export function findPage(
  pagesDir: string,
  urlPath: string,
): { type: string; content: Buffer } | null {
  let decoded: string
  try {
    decoded = decodeURIComponent(urlPath)
  } catch {
    return null
  }
  if (decoded.includes('\0')) return null
  const path = resolve(join(pagesDir, decoded === '/' ? 'index.html' : decoded))
  const inside = relative(pagesDir, path)
  if (inside.startsWith('..') || isAbsolute(inside)) return null
  const type = types[extname(path).toLowerCase()]
  if (!type) return null
  try {
    return statSync(path).isFile() ? { type, content: readFileSync(path) } : null
  } catch {
    return null
  }
}
