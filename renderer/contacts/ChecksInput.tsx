import { Button, Group, Input } from '@mantine/core'
import {
  checkBlockLabel,
  checkMarkLabel,
  codesOf,
  type CheckBlock,
  type CheckMark,
} from '@shared/domain/vocabulary'

export type Checks = Partial<Record<CheckBlock, CheckMark>>

interface ChecksInputProps {
  value?: Checks
  onChange?: (checks: Checks) => void
}

const blocks = codesOf(checkBlockLabel)
const next: Record<CheckMark, CheckMark> = {
  unseen: 'fine',
  fine: 'concern',
  concern: 'notApplicable',
  notApplicable: 'unseen',
}
/** On the keyboard: V or 1 for √, X or 0 for ×, Backspace for 未查. */
const markOfKey: Record<string, CheckMark> = {
  v: 'fine',
  '1': 'fine',
  x: 'concern',
  '0': 'concern',
  '/': 'notApplicable',
  Backspace: 'unseen',
  Delete: 'unseen',
}
/** As the paper has it: － is not looked at, / does not apply. */
const shortMark: Record<CheckMark, string> = {
  unseen: '',
  fine: checkMarkLabel.fine,
  concern: checkMarkLabel.concern,
  notApplicable: '/',
}
const colourOf: Record<CheckMark, string> = {
  unseen: 'gray',
  fine: 'pine',
  concern: 'cinnabar',
  notApplicable: 'gray',
}

/** 探访五项: each press goes on from 未查 to √ to × to 不适用. */
export function ChecksInput({ value = {}, onChange }: ChecksInputProps): React.ReactElement {
  const set = (block: CheckBlock, mark: CheckMark): void => {
    const { [block]: _, ...rest } = value
    onChange?.(mark === 'unseen' ? rest : { ...rest, [block]: mark })
  }
  return (
    <Input.Wrapper
      label="查看五项"
      description="没看的留空；键盘按 V 为√、X 为×、/ 为不适用"
      inputWrapperOrder={['label', 'input', 'description', 'error']}
    >
      <Group gap={6}>
        {blocks.map((block) => {
          const mark = value[block] ?? 'unseen'
          return (
            <Button
              key={block}
              variant={mark === 'unseen' ? 'default' : 'light'}
              color={colourOf[mark]}
              px={10}
              aria-label={`${checkBlockLabel[block]}：${checkMarkLabel[mark]}`}
              onClick={() => set(block, next[mark])}
              onKeyDown={(event) => {
                const typed =
                  markOfKey[event.key.length === 1 ? event.key.toLowerCase() : event.key]
                if (!typed || event.ctrlKey || event.altKey) return
                event.preventDefault()
                set(block, typed)
              }}
            >
              {checkBlockLabel[block]}
              <span style={{ width: '1.2em' }}>{shortMark[mark]}</span>
            </Button>
          )
        })}
        <Button
          variant="subtle"
          px={8}
          onClick={() => onChange?.(Object.fromEntries(blocks.map((block) => [block, 'fine'])))}
        >
          全部√
        </Button>
      </Group>
    </Input.Wrapper>
  )
}
