import { join } from 'node:path'
import { app, utilityProcess, type UtilityProcess } from 'electron'
import type { CoreEvent, Result } from '../core/core'
import type { CoreMessage, CoreRequest } from '../core/process-messages'

type Question = CoreRequest extends infer Request
  ? Request extends { id: number }
    ? Omit<Request, 'id'>
    : never
  : never

const lost: Result = {
  ok: false,
  error: {
    code: 'INTERNAL',
    message: '后台程序意外退出，已自动重新启动；已保存的内容都在。请重新输入密码解锁。',
  },
}

/** The shell's end of the core process: asks, hears events, starts it again when it dies. */
export class CoreClient {
  private child: UtilityProcess | undefined
  private lastId = 0
  private closing = false
  private readonly waiting = new Map<number, (result: Result) => void>()

  constructor(
    private readonly dataDir: () => string | null,
    private readonly onEvent: (event: CoreEvent) => void,
  ) {}

  ask(question: Question): Promise<Result> {
    const child = (this.child ??= this.start())
    const id = (this.lastId += 1)
    return new Promise((resolve) => {
      this.waiting.set(id, resolve)
      child.postMessage({ ...question, id })
    })
  }

  /** Lets the core finish and close its files; ends it when it does not within five seconds. */
  close(): Promise<void> {
    this.closing = true
    const child = this.child
    if (!child) return Promise.resolve()
    return new Promise((resolve) => {
      const timer = setTimeout(() => child.kill(), 5000)
      child.once('exit', () => {
        clearTimeout(timer)
        resolve()
      })
      child.postMessage({ kind: 'close' } satisfies CoreRequest)
    })
  }

  private start(): UtilityProcess {
    const dataDir = this.dataDir()
    const child = utilityProcess.fork(
      join(import.meta.dirname, 'core.js'),
      [
        `--sample=${join(app.getPath('userData'), '样例镇')}`,
        ...(dataDir ? [`--data=${dataDir}`] : []),
      ],
      { serviceName: '桑榆后台' },
    )
    child.on('message', (message: CoreMessage) => {
      if (message.kind === 'event') this.onEvent(message.event)
      else if (message.kind === 'reply') {
        this.waiting.get(message.id)?.(message.result)
        this.waiting.delete(message.id)
      }
    })
    child.on('exit', () => {
      this.child = undefined
      for (const resolve of this.waiting.values()) resolve(lost)
      this.waiting.clear()
      if (!this.closing) this.onEvent({ type: 'vault', state: 'locked', dataDir: this.dataDir() })
    })
    return child
  }
}
