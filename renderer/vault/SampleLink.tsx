import { Anchor, Loader } from '@mantine/core'
import { useCommandOp } from '../api'
import { navigate } from '../shell/location'
import { tellFailure } from '../shell/notify'

/** Opens the sample township from outside the office's own vault; made at first use. */
export function SampleLink(): React.ReactElement {
  const open = useCommandOp('vault.openSample')
  if (open.isPending)
    return (
      <span role="status">
        <Loader size="xs" /> 正在打开样例镇
      </span>
    )
  return (
    <Anchor
      component="button"
      type="button"
      size="sm"
      onClick={() => {
        // The address behind the lock names somebody of the office's own vault.
        navigate('/', { replace: true })
        open.mutate({}, { onError: tellFailure })
      }}
    >
      打开样例镇试用
    </Anchor>
  )
}
