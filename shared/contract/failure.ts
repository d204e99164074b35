/** What can go wrong, as a value: the only way an operation reports failure to its caller. */
export const failureCodes = [
  'NOT_FOUND',
  'VALIDATION',
  'CONFLICT',
  'LOCKED',
  'FORBIDDEN',
  'CORRUPT',
  'BUSY',
  'DISK_FULL',
  'INTERNAL',
] as const
export type FailureCode = (typeof failureCodes)[number]

/**
 * `message` is a full Chinese sentence for a clerk: what happened, what was kept, what to do.
 * `fields` maps input paths (`idNumber`, `rows.3.date`) to the words shown beside that field.
 * `details` carries data a screen needs to help, such as the newer version of a stale save.
 */
export interface Failure {
  code: FailureCode
  message: string
  fields?: Record<string, string>
  details?: unknown
}

/** Thrown inside the core to abandon an operation; dispatch turns it into an error value. */
export class FailureError extends Error {
  constructor(readonly failure: Failure) {
    super(failure.message)
    this.name = 'FailureError'
  }
}

export function failure(
  code: FailureCode,
  message: string,
  fields?: Record<string, string>,
  details?: unknown,
): FailureError {
  return new FailureError({
    code,
    message,
    ...(fields && { fields }),
    ...(details !== undefined && { details }),
  })
}
