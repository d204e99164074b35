import { Switch } from '@mantine/core'
import { FormSection } from '../shell/form/FormSection'
import { setLargeType, useLargeType } from '../shell/preferences'

/** How this PC shows the program; kept on the PC, not in the vault. */
export function DisplaySection(): React.ReactElement {
  return (
    <FormSection title="显示" note="只影响这台电脑">
      <Switch
        label="大字高对比"
        description="字号放大两成，行距加高，灰字变深"
        checked={useLargeType()}
        onChange={(event) => setLargeType(event.currentTarget.checked)}
      />
    </FormSection>
  )
}
