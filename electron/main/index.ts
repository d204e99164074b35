import { app, BrowserWindow, ipcMain, Menu, session, type IpcMainInvokeEvent } from 'electron'
import { CoreClient } from './core-client'
import { HostPort } from './host-port'
import { lockDownContents, lockDownSession } from './lockdown'
import { isOwnPage, registerPageScheme, servePages } from './pages'
import { rememberDataDir, rememberedDataDir } from './shell-settings'
import { openWindow } from './window'

let window: BrowserWindow | null = null
let dataDir = rememberedDataDir()

const core = new CoreClient(
  () => dataDir,
  (event) => {
    if (event.type === 'vault' && event.dataDir && event.dataDir !== dataDir) {
      dataDir = event.dataDir
      rememberDataDir(event.dataDir)
    }
    if (window && !window.isDestroyed()) window.webContents.send('sangyu:event', event)
  },
)

/** Only the top frame of our own page may ask. */
function fromOwnPage(event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame
  return (
    window !== null &&
    !window.isDestroyed() &&
    frame !== null &&
    frame === window.webContents.mainFrame &&
    isOwnPage(frame.url)
  )
}

if (!app.requestSingleInstanceLock()) {
  app.quit()
} else {
  // As root, on a test machine, Chromium starts only with --no-sandbox; the two together crash it.
  if (app.isPackaged || !app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  registerPageScheme()
  lockDownContents(app)
  app.on('second-instance', () => {
    if (!window) return
    if (window.isMinimized()) window.restore()
    window.focus()
  })

  ipcMain.handle('sangyu:call', (event, name: unknown, input: unknown) => {
    if (!fromOwnPage(event) || typeof name !== 'string') throw new Error('refused')
    return core.ask({ kind: 'call', name, input })
  })

  void app.whenReady().then(() => {
    Menu.setApplicationMenu(null)
    lockDownSession(session.defaultSession)
    servePages(session.defaultSession)
    window = openWindow()
    const host = new HostPort(window, core)
    ipcMain.handle('sangyu:host', (event, request: unknown, input: unknown) => {
      if (!fromOwnPage(event)) throw new Error('refused')
      return host.handle(request, input)
    })
    window.on('closed', () => {
      window = null
    })
  })

  app.on('window-all-closed', () => app.quit())
  let closed = false
  app.on('before-quit', (event) => {
    if (closed) return
    event.preventDefault()
    void core.close().then(() => {
      closed = true
      app.quit()
    })
  })
}
