import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test, type App } from './app'

/** The Electron side of the app; these specs run in the desktop host only. */
function electronOf(app: App): NonNullable<App['electron']> {
  if (!app.electron) throw new Error('not in the desktop host')
  return app.electron
}

/** A neighbour on the same machine that must never hear from the program. */
async function withNeighbour(work: (address: string) => Promise<void>): Promise<string[]> {
  const heard: string[] = []
  const server: Server = createServer((request, response) => {
    heard.push(request.url ?? '')
    response.setHeader('Access-Control-Allow-Origin', '*')
    response.end('hello')
  })
  server.on('upgrade', (request, socket) => {
    heard.push(request.url ?? '')
    socket.destroy()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  } finally {
    server.closeAllConnections()
    server.close()
  }
  return heard
}

test.use({ ignoresComplaints: true })

test('the page sees no Node and only its own forwarder', async ({ app }) => {
  const seen = await app.page.evaluate(() => ({
    require: typeof (globalThis as { require?: unknown }).require,
    process: typeof (globalThis as { process?: unknown }).process,
    bridge: Object.keys((globalThis as unknown as { sangyu: object }).sangyu).sort(),
  }))
  expect(seen).toEqual({
    require: 'undefined',
    process: 'undefined',
    bridge: ['call', 'host', 'on'],
  })
})

test('windows are isolated and refuse to be anything else', async ({ app }) => {
  const preferences = await electronOf(app).evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]!.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>
    }
    return contents.getLastWebPreferences()
  })
  expect(preferences).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webviewTag: false,
  })
})

test('the page cannot leave, open windows or embed others', async ({ app }) => {
  const { page } = app
  const before = page.url()
  const heard = await withNeighbour(async (address) => {
    for (const target of [address, 'file:///etc/passwd', 'app://other/index.html']) {
      await page.evaluate((url) => void (location.href = url), target)
      await page.waitForTimeout(200)
      expect(page.url()).toBe(before)
    }
    const opened = await page.evaluate((url) => window.open(url) === null, address)
    expect(opened).toBe(true)
    await page.evaluate((url) => {
      for (const tag of ['iframe', 'webview']) {
        const element = document.createElement(tag)
        element.setAttribute('src', url)
        document.body.append(element)
      }
    }, address)
    await page.waitForTimeout(500)
    expect(electronOf(app).windows()).toHaveLength(1)
  })
  expect(heard).toEqual([])
})

test('nothing goes out: not from the page, not from the session', async ({ app }) => {
  const { page } = app
  const heard = await withNeighbour(async (address) => {
    const reached = await page.evaluate(async (url) => {
      const attempts: Promise<boolean>[] = [
        fetch(url).then(
          () => true,
          () => false,
        ),
        new Promise((resolve) => {
          const image = new Image()
          image.addEventListener('load', () => resolve(true))
          image.addEventListener('error', () => resolve(false))
          image.src = `${url}/picture.png`
        }),
        new Promise((resolve) => {
          try {
            const socket = new WebSocket(url.replace('http', 'ws'))
            socket.addEventListener('open', () => resolve(true))
            socket.addEventListener('error', () => resolve(false))
          } catch {
            resolve(false)
          }
        }),
      ]
      return Promise.all(attempts)
    }, address)
    expect(reached).toEqual([false, false, false])

    // Past the content policy: what the session itself lets through.
    const fetched = await electronOf(app).evaluate(
      ({ session }, url) =>
        session.defaultSession.fetch(url).then(
          () => true,
          () => false,
        ),
      address,
    )
    expect(fetched).toBe(false)
  })
  expect(heard).toEqual([])
})

test('no permission is given', async ({ app }) => {
  const states = await app.page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read']
    return Promise.all(
      names.map((name) =>
        navigator.permissions
          .query({ name: name as PermissionName })
          .then((status) => status.state),
      ),
    )
  })
  expect(states).toEqual(['denied', 'denied', 'denied', 'denied', 'denied'])
})

test('the content policy stops foreign code', async ({ app }) => {
  const ran = await app.page.evaluate(async () => {
    const script = document.createElement('script')
    script.textContent = 'window.intruded = true'
    document.body.append(script)
    // In a task of its own: what a debugger evaluates is not held to the policy.
    const evaluated = await new Promise((resolve) => {
      setTimeout(() => {
        try {
          // oxlint-disable-next-line no-implied-eval, no-new-func -- this is the attack
          new Function('return 1')()
          resolve(true)
        } catch {
          resolve(false)
        }
      })
    })
    return { inline: 'intruded' in window, evaluated }
  })
  expect(ran).toEqual({ inline: false, evaluated: false })
})

test('the page scheme serves the pages and nothing beside them', async ({ app }) => {
  const statuses = await app.page.evaluate(async () => {
    const paths = [
      '/index.html',
      '/../main/index.js',
      '/%2e%2e/main/index.js',
      '/..%2fmain%2findex.js',
      '/..%5cmain%5cindex.js',
      '//etc/passwd',
      '/no-such-file',
    ]
    return Promise.all(
      paths.map((path) => fetch(`app://sangyu${path}`).then((response) => response.status)),
    )
  })
  expect(statuses).toEqual([200, 404, 404, 404, 404, 404, 404])
})

test('a second start hands over to the first', async ({ app }) => {
  const first = electronOf(app).process()
  const second = spawn(first.spawnfile, first.spawnargs.slice(1), { stdio: 'ignore' })
  const [code] = await once(second, 'exit')
  expect(code).toBe(0)
  expect(electronOf(app).windows()).toHaveLength(1)
  expect(first.exitCode).toBeNull()
})
