import { contextBridge, ipcRenderer } from 'electron'

/** One forwarder: the page can call operations, ask the host for something, and hear events. */
const host = (request: string) => (input?: unknown) =>
  ipcRenderer.invoke('sangyu:host', request, input)

contextBridge.exposeInMainWorld('sangyu', {
  call: (name: string, input: unknown) => ipcRenderer.invoke('sangyu:call', name, input),
  host: {
    pickDataDir: host('pickDataDir'),
    pickFolder: host('pickFolder'),
    saveArtifact: host('saveArtifact'),
    openArtifact: host('openArtifact'),
    copyText: host('copyText'),
    savePdf: host('savePdf'),
    showSaved: host('showSaved'),
    printers: host('printers'),
    printTo: host('printTo'),
  },
  on: (listener: (event: unknown) => void) => {
    const forward = (_: unknown, event: unknown): void => listener(event)
    ipcRenderer.on('sangyu:event', forward)
    return () => ipcRenderer.removeListener('sangyu:event', forward)
  },
})
