import { timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { zipSync } from 'fflate'
import { FailureError, type Failure, type FailureCode } from '@shared/contract/failure'
import type { Core, Result } from '../core/core'
import { contentSecurityPolicy, findPage } from '../core/pages'
import { describeOperations } from './describe'

/** Room for a 30 MB workbook as base64 inside JSON. */
const MAX_BODY_BYTES = 48 * 1024 * 1024

const statusOf: Record<FailureCode, number> = {
  NOT_FOUND: 404,
  VALIDATION: 400,
  CONFLICT: 409,
  LOCKED: 423,
  FORBIDDEN: 403,
  CORRUPT: 500,
  BUSY: 429,
  DISK_FULL: 507,
  INTERNAL: 500,
}

/**
 * The core behind 127.0.0.1: for development, tests and machines without a display. Never packaged.
 * Pages need no token (they hold nothing); everything under /api and /artifacts does.
 */
export function startServer(options: {
  core: Core
  token: string
  pagesDir: string
  port: number
}): Promise<{ server: Server; url: string }> {
  const { core, token, pagesDir } = options
  const server = createServer((request, response) => {
    void handle(request, response).catch(() => {
      if (!response.headersSent) {
        sendFailure(response, 500, { code: 'INTERNAL', message: '服务出了意外，没有做任何改动。' })
      } else response.destroy()
    })
  })
  server.requestTimeout = 120_000

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const address = server.address()
    const port = typeof address === 'object' && address ? address.port : 0
    if (request.headers.host !== `127.0.0.1:${port}`) {
      return refuse(response, 403, 'FORBIDDEN', '只接受发往本机地址的请求。')
    }
    const origin = `http://127.0.0.1:${port}`
    const target = request.url ?? '/'
    if (!URL.canParse(target, origin)) {
      return refuse(response, 404, 'NOT_FOUND', '没有这个地址。')
    }
    const { pathname } = new URL(target, origin)
    if (pathname === '/api' || pathname.startsWith('/api/') || pathname.startsWith('/artifacts/')) {
      if (!authorised(request, token)) {
        return refuse(response, 401, 'FORBIDDEN', '缺少访问令牌，或令牌不对。')
      }
      return answer(request, response, pathname)
    }
    if (request.method !== 'GET') return refuse(response, 405, 'VALIDATION', '这个地址只能读取。')
    return sendPage(response, pathname)
  }

  async function answer(
    request: IncomingMessage,
    response: ServerResponse,
    pathname: string,
  ): Promise<void> {
    const get = request.method === 'GET'
    if (get && pathname === '/api') return sendJson(response, 200, describeOperations())
    const job = /^\/api\/jobs\/(\d{1,15})$/.exec(pathname)
    if (get && job)
      return sendResult(response, await core.call('jobs.get', { jobId: Number(job[1]) }))
    const artifact = /^\/artifacts\/(\d{1,15})$/.exec(pathname)
    if (get && artifact) return sendArtifact(response, Number(artifact[1]))
    const operation = /^\/api\/([\w.]{1,80})$/.exec(pathname)
    if (!operation) return refuse(response, 404, 'NOT_FOUND', '没有这个地址。')
    if (request.method !== 'POST') return refuse(response, 405, 'VALIDATION', '调用操作要用 POST。')
    if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '')) {
      return refuse(response, 415, 'VALIDATION', '内容类型要是 application/json。')
    }
    const body = await readBody(request)
    if (body === null) {
      // The connection stays: closed now, it would be reset before a sender reads the refusal.
      return refuse(response, 413, 'VALIDATION', '内容太大，没有接收。文件不能超过 30 MB。')
    }
    let input: unknown
    try {
      input = JSON.parse(body || '{}')
    } catch {
      return refuse(response, 400, 'VALIDATION', '内容不是正确的 JSON。')
    }
    return sendResult(response, await core.call(operation[1]!, input))
  }

  function sendArtifact(response: ServerResponse, id: number): void {
    try {
      const { title, files } = core.artifacts.get(id)
      const [only] = files
      const download =
        files.length === 1 && only
          ? only
          : {
              name: `${title}.zip`,
              bytes: zipSync(
                Object.fromEntries(
                  files.map((file) => [file.name, [file.bytes, { level: 0, mtime: ZIP_TIME }]]),
                ),
              ),
            }
      response.writeHead(200, {
        'Content-Type': 'application/octet-stream',
        'Content-Length': download.bytes.byteLength,
        'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(download.name)}`,
        'Cache-Control': 'no-store',
      })
      response.end(download.bytes)
    } catch (error) {
      if (!(error instanceof FailureError)) throw error
      sendFailure(response, statusOf[error.failure.code], error.failure)
    }
  }

  function sendPage(response: ServerResponse, pathname: string): void {
    const page = findPage(pagesDir, pathname)
    if (!page) return refuse(response, 404, 'NOT_FOUND', '没有这个页面。')
    response.writeHead(200, {
      'Content-Type': page.type,
      'Content-Security-Policy': contentSecurityPolicy,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cache-Control': 'no-store',
    })
    response.end(page.content)
  }

  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, '127.0.0.1', () => {
      const address = server.address()
      resolve({
        server,
        url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : options.port}/`,
      })
    })
  })
}

const ZIP_TIME = '2000-01-01T00:00:00Z'

function authorised(request: IncomingMessage, token: string): boolean {
  const given = Buffer.from(request.headers.authorization ?? '')
  const wanted = Buffer.from(`Bearer ${token}`)
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}

/** The body as text, or null when it is larger than an operation may be. */
function readBody(request: IncomingMessage): Promise<string | null> {
  if (Number(request.headers['content-length'] ?? 0) > MAX_BODY_BYTES) return Promise.resolve(null)
  return new Promise((resolve, reject) => {
    let parts: Buffer[] = []
    let size = 0
    request.on('data', (part: Buffer) => {
      size += part.length
      if (size <= MAX_BODY_BYTES) parts.push(part)
      else {
        // The rest is let through unread, so that whoever sends it can take the answer.
        parts = []
        resolve(null)
      }
    })
    request.on('end', () => resolve(Buffer.concat(parts).toString('utf8')))
    request.on('error', reject)
  })
}

function sendResult(response: ServerResponse, result: Result): void {
  sendJson(response, result.ok ? 200 : statusOf[result.error.code], result)
}

function refuse(
  response: ServerResponse,
  status: number,
  code: FailureCode,
  message: string,
): void {
  sendFailure(response, status, { code, message })
}

function sendFailure(response: ServerResponse, status: number, error: Failure): void {
  sendJson(response, status, { ok: false, error })
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  const body = Buffer.from(JSON.stringify(value))
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': body.length,
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
  })
  response.end(body)
}
