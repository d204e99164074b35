import { Button } from '@mantine/core'
import { useQueryOp } from '../api'
import { navigate } from './location'
import { tellFailure } from './notify'
import { lock } from './session'
import classes from './Notices.module.css'

/** The addresses of the sample's people mean nothing in the office's own vault. */
async function leaveSample(): Promise<void> {
  navigate('/', { replace: true })
  await lock()
}

/** What concerns the whole program while it is open: the sample township, a damaged file. */
export function Notices(): React.ReactElement | null {
  const status = useQueryOp('vault.status', {}).data
  return (
    <div className={`${classes.notices} no-print`}>
      {status?.problem && (
        <p className={classes.problem} role="alert">
          ▲ {status.problem.message}
        </p>
      )}
      {status?.sample && (
        <p className={classes.sample}>
          这是样例镇，里面的人和事都是编的，可以随便试。
          <Button
            variant="white"
            size="compact-sm"
            ml="auto"
            onClick={() => void leaveSample().catch(tellFailure)}
          >
            回到本单位
          </Button>
        </p>
      )}
    </div>
  )
}
