import { randomBytes } from 'node:crypto'
import { FailureError, type Failure } from '@shared/contract/failure'
import { z } from 'zod'
import type { Log } from './log'

/** Turns whatever was thrown into words for a clerk; what is unexpected goes to the log. */
export function explainFailure(error: unknown, op: string, log: Log): Failure {
  if (error instanceof FailureError) return error.failure
  const code = (error as { code?: unknown } | null)?.code
  if (typeof code === 'string') {
    if (['SQLITE_FULL', 'ENOSPC', 'EDQUOT', 'SQLITE_IOERR_SHMSIZE'].includes(code)) {
      return {
        code: 'DISK_FULL',
        message: '硬盘满了，这一步没有保存，之前的资料完好。请腾出空间后再试。',
      }
    }
    if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') {
      return {
        code: 'CORRUPT',
        message: '数据库文件有损坏，程序没有改动它。请不要继续录入，用最近的备份恢复。',
      }
    }
    if (code.startsWith('SQLITE_CONSTRAINT')) {
      return {
        code: 'CONFLICT',
        message:
          '这一步与别的记录冲突（如证件号已被占用，或所指的记录已经不在），没有保存。请刷新后核对。',
      }
    }
    if (code === 'EBUSY' || code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
      return { code: 'BUSY', message: '数据库正被别的程序占用，这一步没有保存。请稍等再试。' }
    }
    if (
      code.startsWith('SQLITE_READONLY') ||
      code.startsWith('SQLITE_CANTOPEN') ||
      code === 'EACCES' ||
      code === 'EPERM' ||
      code === 'EROFS'
    ) {
      return {
        code: 'DISK_FULL',
        message:
          '数据文件夹不能写入，这一步没有保存。请检查硬盘还有没有空间、文件夹的权限和写保护开关。',
      }
    }
    if (code === 'EIO' || code.startsWith('SQLITE_IOERR')) {
      return {
        code: 'CORRUPT',
        message:
          '硬盘读写出错，这一步没有保存。请马上备份到U盘，再请人检查硬盘；以前的备份都留着。',
      }
    }
  }
  const logId = randomBytes(4).toString('hex')
  log.fault(logId, op, error)
  return {
    code: 'INTERNAL',
    message: `程序出了意外，这一步没有保存，之前的资料完好。请重试；仍不行请记下编号 ${logId}。`,
    details: { logId },
  }
}

/** Field errors of a refused input, by path; messages are Chinese through zod's locale. */
export function inputFailure(error: z.ZodError): Failure {
  const fields: Record<string, string> = {}
  for (const issue of error.issues) {
    const path = issue.path.join('.') || '（整体）'
    fields[path] ??= issue.message
  }
  const [first] = Object.entries(fields)
  return {
    code: 'VALIDATION',
    message: `填写的内容有误，没有保存：${first ? `${first[0]} ${first[1]}` : '格式不对'}。`,
    fields,
  }
}

z.config(z.locales.zhCN())
