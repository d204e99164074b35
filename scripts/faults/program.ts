import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

/** The program in a process of its own, behind its loopback host. */
export interface Program {
  /** The answer of an operation; null where the program was gone before it answered. */
  ask(name: string, input: unknown): Promise<Answer | null>
  /** Ends it as a power cut would: no handler runs. */
  kill(): Promise<void>
}

export interface Answer {
  ok: boolean
  value?: unknown
  error?: { code: string; message: string }
}

/** @param entry how the loopback host is started: arguments of node, without `--data` */
export async function startProgram(entry: readonly string[], dataDir: string): Promise<Program> {
  const child: ChildProcess = spawn(process.execPath, [...entry, '--data', dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const line = await Promise.race([
    once(createInterface({ input: child.stdout! }), 'line'),
    once(child, 'exit').then(() => {
      throw new Error('the program ended before it was ready')
    }),
  ])
  const { url, token } = JSON.parse(String(line[0])) as { url: string; token: string }
  return {
    async ask(name, input) {
      try {
        const response = await fetch(`${url}api/${name}`, {
          method: 'POST',
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
          body: JSON.stringify(input),
        })
        return (await response.json()) as Answer
      } catch {
        return null
      }
    },
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    },
  }
}
