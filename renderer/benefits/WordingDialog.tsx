import {
  ActionIcon,
  Alert,
  Button,
  Checkbox,
  Group,
  Modal,
  NumberInput,
  Paper,
  Radio,
  SimpleGrid,
  Stack,
  Table,
  Text,
  TextInput,
} from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDebouncedValue } from '@mantine/hooks'
import { IconPlus, IconX } from '@tabler/icons-react'
import type { BenefitBand } from '@shared/domain/benefits/catalogue'
import {
  benefitKindLabel,
  benefitPaymentLabel,
  benefitStandingLabel,
} from '@shared/domain/benefits/vocabulary'
import { isDay } from '@shared/domain/calendar/days'
import type { Criterion } from '@shared/domain/criteria/criterion'
import { useCommandOp, useQueryOp, type InputOf } from '../api'
import { CriteriaInput } from '../criteria/CriteriaInput'
import { DayInput } from '../shell/form/domain-inputs'
import { showFailure } from '../shell/form/failure'
import { DictionarySelect } from '../shell/form/inputs'
import { SaveBar } from '../shell/form/SaveBar'
import { formatCount, formatDay } from '../shell/format'
import { tellDone, wordsOf } from '../shell/notify'
import { useSession } from '../shell/session'
import type { Wording } from './CataloguePanel'

type Input = InputOf<'benefits.saveWording'>

/** 待遇目录的一项: who should have it and how much, from a day on, with what that would do. */
export function WordingDialog(props: {
  wording: Wording | null
  onClose: () => void
}): React.ReactElement {
  const { wording, onClose } = props
  const today = useSession().data?.today ?? ''
  const save = useCommandOp('benefits.saveWording')
  const form = useForm({
    initialValues: {
      title: wording?.title ?? '',
      kind: wording?.kind ?? ('material' as Wording['kind']),
      payment: wording?.payment ?? ('monthly' as Wording['payment']),
      basis: wording?.basis ?? '',
      register: wording?.register ?? true,
      /** Whether the file decides it at all. */
      computed: wording === null || wording.conditions !== null,
      conditions: [...(wording?.conditions ?? [])] as Criterion[],
      bands: [...(wording?.bands ?? [])] as BenefitBand[],
      from: today,
    },
  })
  const { computed, conditions, bands, ...rest } = form.values
  const input: Input = {
    code: wording?.code,
    national: wording?.national ?? false,
    ...rest,
    conditions: computed ? conditions : null,
    bands,
  }
  const setBand = (at: number, patch: Partial<BenefitBand>): void =>
    form.setFieldValue(
      'bands',
      bands.map((band, index) => (index === at ? { ...band, ...patch } : band)),
    )
  const submit = async (): Promise<void> => {
    try {
      await save.mutateAsync(input)
      tellDone(`${input.title}：${formatDay(input.from)} 起照此计算`)
      onClose()
    } catch (error) {
      showFailure(form, error)
    }
  }
  return (
    <Modal opened onClose={onClose} size={760} title={wording ? `修改${wording.title}` : '新待遇'}>
      <Stack gap="md">
        <SimpleGrid cols={2}>
          <TextInput label="名称" required data-autofocus {...form.getInputProps('title')} />
          <TextInput label="依据" {...form.getInputProps('basis')} />
          <DictionarySelect
            label="性质"
            required
            labels={benefitKindLabel}
            {...form.getInputProps('kind')}
          />
          <DictionarySelect
            label="发放方式"
            required
            labels={benefitPaymentLabel}
            {...form.getInputProps('payment')}
          />
        </SimpleGrid>
        <Checkbox
          label="逐人登记，列出应享未享"
          {...form.getInputProps('register', { type: 'checkbox' })}
        />
        <Radio.Group
          label="谁应享"
          value={computed ? 'rule' : 'hand'}
          onChange={(value) => form.setFieldValue('computed', value === 'rule')}
        >
          <Group mt={4}>
            <Radio value="rule" label="按档案推算，下列条件都满足" />
            <Radio value="hand" label="由经办机构认定，不推算" />
          </Group>
        </Radio.Group>
        {computed && (
          <CriteriaInput
            label="应享条件"
            empty="没有条件：全部对象应享"
            value={conditions}
            onChange={(next) => form.setFieldValue('conditions', next)}
          />
        )}
        <Stack gap="xs">
          <Text size="sm" fw={500}>
            标准（从上到下，第一档符合的为准；分了档就要符合其中一档）
          </Text>
          {bands.map((band, at) => (
            <Paper key={at} withBorder p="xs" role="group" aria-label={`第 ${at + 1} 档`}>
              <Group wrap="nowrap" align="start">
                <NumberInput
                  w={130}
                  label="金额（元）"
                  placeholder="待填"
                  min={0}
                  decimalScale={2}
                  value={band.amount ?? ''}
                  onChange={(value) =>
                    setBand(at, { amount: typeof value === 'number' ? value : null })
                  }
                />
                <div style={{ flex: 1 }}>
                  <CriteriaInput
                    label="这一档给"
                    empty="所有应享的人"
                    value={band.conditions}
                    onChange={(next) => setBand(at, { conditions: next })}
                  />
                </div>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={`去掉第 ${at + 1} 档`}
                  onClick={() =>
                    form.setFieldValue(
                      'bands',
                      bands.filter((_, index) => index !== at),
                    )
                  }
                >
                  <IconX size={16} />
                </ActionIcon>
              </Group>
            </Paper>
          ))}
          <Group>
            <Button
              size="compact-sm"
              variant="subtle"
              leftSection={<IconPlus size={14} />}
              onClick={() =>
                form.setFieldValue('bands', [...bands, { conditions: [], amount: null }])
              }
            >
              加一档
            </Button>
          </Group>
        </Stack>
        <DayInput label="从哪天起" required {...form.getInputProps('from')} />
        <WordingPreview input={input} />
        <SaveBar onSave={() => void submit()} onCancel={onClose} saving={save.isPending} />
      </Stack>
    </Modal>
  )
}

const lines = ['owed', 'held', 'wronglyHeld', 'undecided'] as const

/** How many people the wording would move, before it is saved. */
function WordingPreview({ input }: { input: Input }): React.ReactElement | null {
  const [settled] = useDebouncedValue(input, 300)
  const today = useSession().data?.today
  const isWhole = settled.title.trim().length >= 2 && isDay(settled.from)
  const preview = useQueryOp('benefits.preview', settled, { enabled: isWhole })
  if (!isWhole) return null
  if (preview.error) return <Alert color="cinnabar">{wordsOf(preview.error)}</Alert>
  if (!preview.data) return null
  const { asOf, before, after } = preview.data
  return (
    <section aria-label="保存后的变化">
      <Text fw={600} mb={4}>
        {asOf === today ? '保存后，今天会变成' : `保存后，到 ${formatDay(asOf)} 会变成`}
      </Text>
      <Table withTableBorder verticalSpacing={4} className="figures">
        <Table.Thead>
          <Table.Tr>
            <Table.Th />
            <Table.Th ta="end">现在</Table.Th>
            <Table.Th ta="end">改了以后</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map((key) => (
            <Table.Tr key={key}>
              <Table.Td>{benefitStandingLabel[key]}</Table.Td>
              <Table.Td ta="end">{before ? formatCount(before[key]) : '—'}</Table.Td>
              <Table.Td ta="end" fw={before?.[key] === after[key] ? undefined : 700}>
                {formatCount(after[key])}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  )
}
