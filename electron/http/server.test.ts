import { request as httpRequest, type Server } from 'node:http'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterEach, describe, expect, it } from 'vitest'
import type { Core } from '../core/core'
import { closeTestVaults, openTestVault, temporaryFolder } from '../core/test-vault'
import { startServer } from './server'

const token = 'a-token-for-tests'
let running: Server | undefined

async function served(): Promise<{ url: string; core: Core }> {
  const pagesDir = join(temporaryFolder(), 'pages')
  mkdirSync(pagesDir)
  writeFileSync(join(pagesDir, 'index.html'), '<!doctype html><title>桑榆</title>')
  writeFileSync(join(pagesDir, '..', 'secret.html'), 'outside')
  const { core } = await openTestVault()
  const { server, url } = await startServer({ core, token, pagesDir, port: 0 })
  running = server
  return { url, core }
}

afterEach(async () => {
  running?.closeAllConnections()
  running?.close()
  await closeTestVaults()
})

interface Answer {
  status: number
  body: string
  headers: Record<string, string | string[] | undefined>
}

/** A raw request: fetch would normalise paths and refuse to set Host. */
function send(
  url: string,
  options: { method?: string; path: string; headers?: Record<string, string>; body?: string },
): Promise<Answer> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      {
        hostname,
        port,
        method: options.method ?? 'GET',
        path: options.path,
        headers: options.headers,
      },
      (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            body: Buffer.concat(parts).toString('utf8'),
            headers: response.headers,
          }),
        )
      },
    )
    request.on('error', reject)
    request.end(options.body)
  })
}

const authorised = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }

describe('the loopback host', () => {
  it('describes every operation with JSON Schema', async () => {
    const { url } = await served()
    const { body } = await send(url, { path: '/api', headers: authorised })
    const { operations } = JSON.parse(body) as { operations: { name: string; input: object }[] }
    expect(operations.map(({ name }) => name)).toContain('session.me')
    expect(operations.every(({ input }) => 'type' in input || '$schema' in input)).toBe(true)
  })

  it.each([
    ['no token', { path: '/api' }, 401],
    ['a wrong token', { path: '/api', headers: { authorization: 'Bearer x' } }, 401],
    ['another Host', { path: '/', headers: { host: 'evil.example' } }, 403],
    ['localhost by name', { path: '/', headers: { host: 'localhost:80' } }, 403],
    ['GET of an operation', { path: '/api/session.me', headers: authorised }, 405],
    [
      'a form as content',
      {
        method: 'POST',
        path: '/api/session.me',
        headers: { ...authorised, 'content-type': 'text/plain' },
        body: '{}',
      },
      415,
    ],
    [
      'broken JSON',
      { method: 'POST', path: '/api/session.me', headers: authorised, body: '{' },
      400,
    ],
    ['an unknown operation', { method: 'POST', path: '/api/toString', headers: authorised }, 404],
    ['an unknown job', { path: '/api/jobs/77', headers: authorised }, 404],
    ['an unknown artifact', { path: '/artifacts/77', headers: authorised }, 404],
    ['a path out of the pages', { path: '/../secret.html' }, 404],
    ['an encoded path out of the pages', { path: '/%2e%2e/secret.html' }, 404],
    ['a path with backslashes', { path: '/..%5csecret.html' }, 404],
    ['a broken escape', { path: '/%zz' }, 404],
    ['a path that is no address', { path: '//' }, 404],
    ['a NUL in the path', { path: '/index.html%00.png' }, 404],
    ['POST to a page', { method: 'POST', path: '/' }, 405],
  ])('refuses %s in Chinese', async (_, request, status) => {
    const { url } = await served()
    const answer = await send(url, request as Parameters<typeof send>[1])
    expect(answer.status).toBe(status)
    expect(answer.body).toMatch(/[\u4e00-\u9fff]/)
    expect(answer.body).not.toContain('outside')
  })

  it('refuses 200 MB by the declared size, before reading them', async () => {
    const { url } = await served()
    const answer = await new Promise<Answer>((resolve, reject) => {
      const { hostname, port } = new URL(url)
      const request = httpRequest(
        {
          hostname,
          port,
          method: 'POST',
          path: '/api/session.me',
          headers: { ...authorised, 'content-length': String(200 * 1024 * 1024) },
        },
        (response) => {
          const parts: Buffer[] = []
          response.on('data', (part: Buffer) => parts.push(part))
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              body: Buffer.concat(parts).toString('utf8'),
              headers: response.headers,
            }),
          )
        },
      )
      request.on('error', reject)
      request.flushHeaders()
    })
    expect(answer.status).toBe(413)
    expect(answer.body).toContain('太大')
  })

  // A bug this catches: without a declared length the body was cut and the connection reset.
  it('refuses a body in pieces once it is too large, and says so', async () => {
    const { url } = await served()
    const { hostname, port } = new URL(url)
    const answer = await new Promise<{ status: number; body: string }>((resolve, reject) => {
      const request = httpRequest(
        { hostname, port, method: 'POST', path: '/api/session.me', headers: authorised },
        (response) => {
          const parts: Buffer[] = []
          response.on('data', (part: Buffer) => parts.push(part))
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              body: Buffer.concat(parts).toString('utf8'),
            }),
          )
        },
      )
      request.on('error', reject)
      const piece = Buffer.alloc(1024 * 1024, 0x20)
      const write = (left: number): void => {
        if (left === 0) request.end()
        else request.write(piece, () => write(left - 1))
      }
      write(60)
    })
    expect(answer.status).toBe(413)
    expect(answer.body).toContain('太大')
  })

  it('serves the pages with a policy that lets them load only themselves', async () => {
    const { url } = await served()
    const answer = await send(url, { path: '/' })
    expect(answer.body).toContain('桑榆')
    expect(answer.headers['content-security-policy']).toContain(`default-src 'none'`)
  })

  it('hands out one file as itself and several as an archive', async () => {
    const { url, core } = await served()
    const bytes = new TextEncoder().encode('内容')
    const one = core.artifacts.put('档案', [{ name: '张三.docx', bytes }])
    const two = core.artifacts.put('档案', [
      { name: '张三.docx', bytes },
      { name: '李四.docx', bytes },
    ])
    const single = await fetch(`${url}artifacts/${one.artifactId}`, { headers: authorised })
    expect(await single.text()).toBe('内容')
    const archive = await fetch(`${url}artifacts/${two.artifactId}`, { headers: authorised })
    const files = unzipSync(new Uint8Array(await archive.arrayBuffer()))
    expect(Object.keys(files)).toEqual(['张三.docx', '李四.docx'])
  })
})
