import { join } from 'node:path'
import { BrowserWindow } from 'electron'
import { START_PAGE } from './pages'

/** The one window. Shown when it has something to show, so that nobody sees a white sheet. */
export function openWindow(): BrowserWindow {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    backgroundColor: '#faf7f2',
    title: '桑榆',
    icon: join(import.meta.dirname, '../../resources/icons/256.png'),
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      spellcheck: false,
      webviewTag: false,
    },
  })
  window.once('ready-to-show', () => window.show())
  window.on('page-title-updated', (event) => event.preventDefault())
  void window.loadURL(START_PAGE)
  return window
}
