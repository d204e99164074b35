import type { Failure } from '@shared/contract/failure'
import type { JobState } from '@shared/contract/jobs'

/** What dispatch answers: errors are values, because Electron keeps only the message of a throw. */
export type Reply = { ok: true; value: unknown } | { ok: false; error: Failure }

/** How the window reaches the core. One implementation per host. */
export interface Transport {
  kind: 'desktop' | 'loopback'
  call(op: string, input: unknown): Promise<Reply>
  /** Hears of changes the window did not ask for: a job that wrote, a vault that was locked. */
  onEvent(listener: (event: CoreEvent) => void): () => void
  /** Tells `listener` of every change of the job until the returned function is called. */
  watchJob(jobId: number, listener: (job: JobState) => void): () => void
}

/** The printers of the computer, and the one that was chosen last. */
export interface Printers {
  printers: { name: string; label: string }[]
  chosen: string | null
}

/** Events the core sends to the window (the shape that electron/core emits). */
export type CoreEvent =
  | { type: 'job'; job: JobState }
  | { type: 'changed' }
  | { type: 'vault'; state: 'locked' | 'unlocked' }

/** What the desktop's preload script offers, see electron/preload. */
export interface DesktopBridge {
  call(op: string, input: unknown): Promise<Reply>
  on(listener: (event: CoreEvent) => void): () => void
  host: {
    /** Asks where the data folder shall lie; `null` when the dialog is closed. */
    pickDataDir(): Promise<string | null>
    pickFolder(title: string): Promise<string | null>
    /** Save dialog for a paper the core has written; answers the chosen path. */
    saveArtifact(artifactId: number): Promise<string | null>
    /** Opens the paper with the office program of the machine. */
    openArtifact(artifactId: number): Promise<void>
    /** The clipboard of the machine: the page itself has no permission for it. */
    copyText(text: string): Promise<void>
    /** Writes the page as it would print; answers the chosen path. */
    savePdf(suggestedName: string): Promise<string | null>
    /** Opens the folder of what was saved last. */
    showSaved(): Promise<void>
    printers(): Promise<Printers>
    /** Prints the page without a dialog. */
    printTo(order: { printer: string; paper: string; landscape: boolean }): Promise<void>
  }
}

declare global {
  interface Window {
    sangyu?: DesktopBridge
  }
}

const unreachable: Reply = {
  ok: false,
  error: {
    code: 'INTERNAL',
    message: '与后台程序的连接断开了。已保存的内容都在；请关闭窗口，重新打开桑榆。',
  },
}

function desktopTransport(bridge: DesktopBridge): Transport {
  return {
    kind: 'desktop',
    call: (op, input) => bridge.call(op, input).catch(() => unreachable),
    onEvent: (listener) => bridge.on(listener),
    watchJob(jobId, listener) {
      const stop = bridge.on((event) => {
        if (event.type === 'job' && event.job.id === jobId) listener(event.job)
      })
      // The job may have moved on before we listened.
      const catchUp = async (): Promise<void> => {
        const reply = await bridge.call('jobs.get', { jobId })
        if (reply.ok) listener(reply.value as JobState)
      }
      void catchUp()
      return stop
    },
  }
}

/** A job we can no longer ask about. */
const lostJob = { op: '', status: 'failed', done: 0, total: 0, label: '' } as const

const tokenKey = 'sangyu.token'
const pollEvery = 300 // milliseconds

/** Takes the session token out of the address, so that it is neither shown nor copied with it. */
function takeToken(): string {
  const fromAddress = /^#token=([\w-]+)/.exec(location.hash)?.[1]
  if (fromAddress) {
    sessionStorage.setItem(tokenKey, fromAddress)
    history.replaceState(null, '', location.pathname + '#/')
  }
  return sessionStorage.getItem(tokenKey) ?? ''
}

function loopbackTransport(token: string): Transport {
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' }
  const request = async (path: string, init: RequestInit): Promise<Reply> => {
    try {
      const response = await fetch(path, { ...init, headers, cache: 'no-store' })
      return (await response.json()) as Reply
    } catch {
      return unreachable
    }
  }
  return {
    kind: 'loopback',
    call: (op, input) =>
      request(`/api/${op}`, { method: 'POST', body: JSON.stringify(input ?? {}) }),
    // A browser is not told; its screens read again when they are looked at.
    onEvent: () => () => {},
    watchJob(jobId, listener) {
      let timer = 0
      let stopped = false
      const poll = async (): Promise<void> => {
        const reply = await request(`/api/jobs/${jobId}`, { method: 'GET' })
        if (stopped) return
        const job: JobState = reply.ok
          ? (reply.value as JobState)
          : { ...lostJob, id: jobId, error: reply.error }
        listener(job)
        if (job.status === 'running') timer = window.setTimeout(() => void poll(), pollEvery)
      }
      void poll()
      return () => {
        stopped = true
        window.clearTimeout(timer)
      }
    },
  }
}

const token = window.sangyu ? '' : takeToken()

export const transport: Transport = window.sangyu
  ? desktopTransport(window.sangyu)
  : loopbackTransport(token)

/** Reads a paper the core has written (loopback only; the desktop never loads it in the window). */
export async function fetchArtifact(artifactId: number): Promise<{ blob: Blob; name: string }> {
  const response = await fetch(`/artifacts/${artifactId}`, {
    headers: { Authorization: `Bearer ${token}` },
  })
  if (!response.ok) throw new Error(`artifact ${response.status}`)
  const disposition = response.headers.get('Content-Disposition') ?? ''
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1]
  return {
    blob: await response.blob(),
    name: encoded ? decodeURIComponent(encoded) : `桑榆-${artifactId}`,
  }
}
