import { Input, SegmentedControl } from '@mantine/core'
import { codesOf, contactKindLabel, type ContactKind } from '@shared/domain/vocabulary'
import { kindKeys, kindOfKey } from './kind-keys'

interface KindInputProps {
  value?: ContactKind
  onChange?: (kind: ContactKind) => void
  error?: React.ReactNode
}

/** How somebody was contacted: one key picks it while the field has the focus. */
export function KindInput({ value, onChange, error }: KindInputProps): React.ReactElement {
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const kind = kindOfKey(event.key)
    if (!kind) return
    event.preventDefault()
    onChange?.(kind)
  }
  return (
    <Input.Wrapper
      label="方式"
      description="选中后按字母键更快"
      error={error}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
    >
      <SegmentedControl
        fullWidth
        value={value}
        onChange={(kind) => onChange?.(kind as ContactKind)}
        onKeyDown={onKeyDown}
        transitionDuration={0}
        data={codesOf(contactKindLabel).map((kind) => ({
          value: kind,
          label: `${contactKindLabel[kind]} ${kindKeys[kind]}`,
        }))}
      />
    </Input.Wrapper>
  )
}
