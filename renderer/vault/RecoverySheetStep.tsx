import { Alert, Button, Group, Text, TextInput } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import type { RecoverySheet } from '@shared/contract/vault'
import { host } from '../host'
import { VaultFrame } from './VaultFrame'
import { setUpSteps } from './set-up-steps'
import classes from './RecoverySheetStep.module.css'

interface RecoverySheetStepProps {
  sheet: RecoverySheet
  /** Printed on both halves, so that a found envelope tells where it belongs. */
  centreName: string | null | undefined
  inSetUp: boolean
  onDone: () => void
}

/** The last group of a code: what is typed back to prove that the sheet exists on paper. */
function lastGroup(code: string): string {
  return code.split('-').at(-1) ?? code
}

function same(typed: string, group: string): boolean {
  return typed.normalize('NFKC').trim().toUpperCase() === group.toUpperCase()
}

/** Shown once: two codes for two people, who both must come when every password is forgotten. */
export function RecoverySheetStep(props: RecoverySheetStepProps): React.ReactElement {
  const { sheet, centreName, inSetUp, onDone } = props
  const [typed, setTyped] = useState(['', ''])
  const groups = sheet.halves.map((half) => lastGroup(half.code))
  const confirmed = groups.every((group, index) => same(typed[index] ?? '', group))
  const day = sheet.createdAt.slice(0, 10)

  return (
    <VaultFrame
      wide
      title="打印恢复单，交给两个人分开保管"
      lead="密码全忘了，只有甲、乙两联合在一起才能打开数据；少一联也打不开，谁也帮不了。恢复码只显示这一次。"
      steps={inSetUp ? { words: setUpSteps, current: 3 } : undefined}
    >
      <div className={classes.halves}>
        {sheet.halves.map((half, index) => (
          <section key={half.label} className={classes.half}>
            <h2 className={classes.title}>桑榆恢复单 · {half.label}</h2>
            <p className={classes.code}>
              {half.code.split('-').map((group, at) => (
                <span key={at}>{group}</span>
              ))}
            </p>
            <dl className={classes.facts}>
              <dt>单位</dt>
              <dd>{centreName}</dd>
              <dt>数据编号</dt>
              <dd>{sheet.vaultId.slice(0, 8).toUpperCase()}</dd>
              <dt>开具日期</dt>
              <dd>{day}</dd>
              <dt className={classes.onPaper}>保管人签字</dt>
              <dd className={classes.onPaper} />
            </dl>
            <p className={classes.onPaper}>
              请装入信封封好，与另一联分开保管，不要拍照，不要存进电脑或手机。忘记密码时，两位保管人带着两联一起到场。
            </p>
            <TextInput
              className="no-print"
              label={`核对：${half.label}最后一组四位`}
              value={typed[index]}
              maxLength={8}
              spellCheck={false}
              autoComplete="off"
              onChange={(event) => {
                const text = event.currentTarget.value
                setTyped((before) => before.map((old, at) => (at === index ? text : old)))
              }}
              error={
                (typed[index]?.trim().length ?? 0) >= 4 && !same(typed[index]!, groups[index]!)
                  ? '和恢复单上的不一样'
                  : undefined
              }
              rightSection={same(typed[index] ?? '', groups[index]!) ? '✓' : undefined}
            />
          </section>
        ))}
      </div>
      <div className="no-print">
        <Alert color="dusk" variant="light" mt="lg">
          <Text size="sm">
            没有打印机，可以把两组码分别抄在两张纸上。离开这一页后不能再看，请核对清楚。
          </Text>
        </Alert>
        <Group justify="space-between" mt="lg">
          <Button
            variant="default"
            leftSection={<IconPrinter size={18} />}
            onClick={() => host.print()}
          >
            打印两联
          </Button>
          <Button onClick={onDone} disabled={!confirmed}>
            {confirmed ? '已分开保管，继续' : '核对两联后继续'}
          </Button>
        </Group>
      </div>
    </VaultFrame>
  )
}
