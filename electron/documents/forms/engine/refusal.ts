import { failure, type FailureError } from '@shared/contract/failure'

/** A template that is not even looked into further, with the reason and what to do. */
export function refused(reason: string): FailureError {
  return failure('VALIDATION', `这个文件不能用作模板：${reason}`)
}
