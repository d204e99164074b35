import { failure, FailureError } from '@shared/contract/failure'

const MAX_WAIT_SECONDS = 30
/** Milliseconds every wrong password costs, so that trying is slow from the first. */
const PAUSE = 500

/** Makes trying out passwords slow: after the third wrong one the wait doubles, up to half a minute. */
export class PasswordGuesses {
  private failed = 0
  private allowedAt = 0

  /** BUSY with the seconds to wait, while a wait is running. */
  refuseHaste(): void {
    const wait = Math.ceil((this.allowedAt - Date.now()) / 1000)
    if (wait > 0) {
      throw failure('BUSY', `密码连续输错，请等 ${wait} 秒后再试。`, undefined, {
        waitSeconds: wait,
      })
    }
  }

  /** Counts a failed opening where the password was the reason. */
  async slowDown(error: unknown): Promise<void> {
    if (!(error instanceof FailureError) || error.failure.code !== 'VALIDATION') return
    this.failed += 1
    if (this.failed > 2) {
      const wait = Math.min(MAX_WAIT_SECONDS, 2 ** (this.failed - 2))
      this.allowedAt = Date.now() + wait * 1000
    }
    await new Promise((resolve) => {
      setTimeout(resolve, PAUSE)
    })
  }

  forget(): void {
    this.failed = 0
  }
}
