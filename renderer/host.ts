import { CallError } from './api'
import { fetchArtifact, transport, type DesktopBridge, type Printers } from './transport'

export type { Printers }

/** The paper of a print view, as `@page` names it. */
export type PaperSize = 'A4 portrait' | 'A4 landscape' | 'A3 landscape' | 'A5 portrait'

/** What needs the machine rather than the core: dialogs, saving, opening, printing. */
export interface HostPort {
  /** Whether a folder can be chosen (a browser cannot). */
  canPickFolder: boolean
  pickDataDir(): Promise<string | null>
  pickFolder(title: string): Promise<string | null>
  /** Lets the clerk save a paper; answers where it went in words, or `null` when cancelled. */
  saveArtifact(artifactId: number): Promise<string | null>
  /** Opens a paper in WPS or Word; a browser can only save it. */
  openArtifact(artifactId: number): Promise<void>
  /** Puts a text on the clipboard, to be pasted in WPS or Word. */
  copyText(text: string): Promise<void>
  /** Prints what the current print view shows. */
  print(): void
  /** Writes the current print view as PDF; a browser offers that in its print dialog. */
  savePdf(suggestedName: string): Promise<string | null>
  /** Opens the folder of what was saved last; null where the program cannot (a browser). */
  showSaved: (() => Promise<void>) | null
  /** The printers that can be printed to without a dialog; null in a browser. */
  printers(): Promise<Printers | null>
  /** Prints the current print view to a printer, without a dialog. */
  printTo(printer: string, page: PaperSize): Promise<void>
}

async function download(artifactId: number): Promise<string> {
  const { blob, name } = await fetchArtifact(artifactId)
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser needs the address until it has begun to write the file.
  window.setTimeout(() => URL.revokeObjectURL(address), 60_000)
  return `浏览器的下载文件夹：${name}`
}

const loopbackHost: HostPort = {
  canPickFolder: false,
  pickDataDir: async () => null,
  pickFolder: async () => null,
  saveArtifact: download,
  openArtifact: async (artifactId) => void (await download(artifactId)),
  copyText: (text) => navigator.clipboard.writeText(text),
  print: () => window.print(),
  savePdf: async () => {
    window.print()
    return null
  },
  showSaved: null,
  printers: async () => null,
  printTo: async () => window.print(),
}

/** Electron wraps what main threw in English; the clerk gets the Chinese words that follow. */
async function inWords<Value>(answer: Promise<Value>): Promise<Value> {
  try {
    return await answer
  } catch (error) {
    const words = String(error).split('Error: ').at(-1) ?? ''
    throw new CallError({ code: 'INTERNAL', message: words || '电脑没有完成这一步，请再试一次。' })
  }
}

function desktopHost({ host }: DesktopBridge): HostPort {
  return {
    canPickFolder: true,
    pickDataDir: () => inWords(host.pickDataDir()),
    pickFolder: (title) => inWords(host.pickFolder(title)),
    saveArtifact: (artifactId) => inWords(host.saveArtifact(artifactId)),
    openArtifact: (artifactId) => inWords(host.openArtifact(artifactId)),
    copyText: (text) => inWords(host.copyText(text)),
    print: () => window.print(),
    savePdf: (suggestedName) => inWords(host.savePdf(suggestedName)),
    showSaved: () => inWords(host.showSaved()),
    printers: () => inWords(host.printers()),
    printTo: (printer, page) => {
      const [paper, turned] = page.split(' ')
      return inWords(host.printTo({ printer, paper: paper!, landscape: turned === 'landscape' }))
    },
  }
}

export const host: HostPort =
  transport.kind === 'desktop' && window.sangyu ? desktopHost(window.sangyu) : loopbackHost
