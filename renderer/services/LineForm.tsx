import { Button, MultiSelect, NumberInput, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { readYuan, yuanWords } from '@shared/domain/funds/balance'
import type { OutputOf } from '../api'

export type Candidate = OutputOf<'services.candidates'>['rows'][number]

/** What one person's line says differently from the rest of the list. */
export interface LineExceptions {
  quantity: number
  /** 分; null: as the tier says. */
  personPays: number | null
  /** Null: the person's own vouchers where the list uses them. */
  vouchers: string[] | null
  note: string
}

export const usualLine: LineExceptions = {
  quantity: 1,
  personPays: null,
  vouchers: null,
  note: '',
}

interface LineFormProps {
  person: Candidate
  line: LineExceptions
  onSave: (line: LineExceptions) => void
}

/** One person's exceptions: how much, what is paid, which vouchers. Enter keeps them. */
export function LineForm({ person, line, onSave }: LineFormProps): React.ReactElement {
  const form = useForm({
    initialValues: {
      quantity: line.quantity as number | string,
      personPays: line.personPays === null ? '' : yuanWords(line.personPays),
      vouchers: line.vouchers ?? [],
      note: line.note,
    },
    validate: {
      quantity: (typed) => (Number(typed) >= 1 ? null : '至少是 1'),
      personPays: (typed) =>
        typed.trim() !== '' && readYuan(typed) === null ? '写成 5 或 5.50' : null,
    },
  })
  return (
    <form
      onSubmit={form.onSubmit(({ quantity, personPays, vouchers, note }) =>
        onSave({
          quantity: Number(quantity),
          personPays: personPays.trim() === '' ? null : readYuan(personPays),
          vouchers: vouchers.length > 0 ? vouchers : null,
          note,
        }),
      )}
    >
      <Stack gap="sm">
        {person.recorded && <Text size="sm">这一天已经登记过这项服务。</Text>}
        <NumberInput
          label="数量"
          min={1}
          max={999}
          data-autofocus
          autoFocus
          {...form.getInputProps('quantity')}
        />
        <TextInput label="本人付（元，不填按服务类别算）" {...form.getInputProps('personPays')} />
        {person.vouchers.length > 0 && (
          <MultiSelect
            label="交来的券号（不填按“先用券”）"
            data={person.vouchers.map(({ number, faceValue }) => ({
              value: number,
              label: `${number}（${yuanWords(faceValue)} 元）`,
            }))}
            {...form.getInputProps('vouchers')}
          />
        )}
        <TextInput label="备注" {...form.getInputProps('note')} />
        <Button type="submit" title="Enter">
          记下，勾上这一位
        </Button>
      </Stack>
    </form>
  )
}
