import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { inspect } from 'node:util'

const MAX_BYTES = 1024 * 1024

/**
 * What went wrong inside the program, without personal data: error messages are left out because
 * they may quote values; name, code and the places in the program are enough to mend a fault.
 */
export class Log {
  constructor(private readonly folder: () => string | null) {}

  fault(id: string, op: string, error: unknown): void {
    // For whoever works on the program; an office never sets it.
    if (process.env['SANGYU_DEBUG']) process.stderr.write(`${op} ${inspect(error)}\n`)
    const name = error instanceof Error ? error.name : typeof error
    const code = (error as { code?: unknown } | null)?.code
    const places =
      error instanceof Error && error.stack
        ? error.stack.split('\n').filter((line) => /^\s+at /.test(line))
        : []
    this.write([`${id} ${op} ${name}${typeof code === 'string' ? ` ${code}` : ''}`, ...places])
  }

  private write(lines: string[]): void {
    const folder = this.folder()
    if (!folder) return
    try {
      mkdirSync(folder, { recursive: true })
      const path = join(folder, 'sangyu.log')
      if (existsSync(path) && statSync(path).size > MAX_BYTES) renameSync(path, `${path}.1`)
      appendFileSync(path, `${new Date().toISOString()} ${lines.join('\n')}\n`)
    } catch {
      // A log that cannot be written must never stop the work it is about.
    }
  }
}
