import { holdExclusive } from '@db/exclusive'
import { failure } from '@shared/contract/failure'

/**
 * Makes sure that one program at a time writes to a vault, across operating-system users too.
 * Answers the function that lets go; BUSY when another program holds it.
 */
export function lockForWriting(lockFile: string): () => void {
  const release = holdExclusive(lockFile)
  if (!release) {
    throw failure(
      'BUSY',
      '另一个桑榆程序正在使用这个数据文件夹。请回到已打开的窗口，或先把它关掉再试。',
    )
  }
  return release
}
