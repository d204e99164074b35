import { TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { readYuan, yuanWords } from '@shared/domain/funds/balance'
import { useCommandOp, type OutputOf } from '../api'
import { FormDialog } from '../shell/form/FormDialog'

interface FundLineDialogProps {
  year: number
  /** The line that is changed; a new one where left out. */
  line?: OutputOf<'funds.year'>['lines'][number]
  onClose: () => void
}

/** Typed in yuan, kept in fen. */
const moneyWords = (value: unknown): string =>
  yuanWords(typeof value === 'number' ? value : (readYuan(String(value)) ?? 0))

/** 经费科目: what money of a year is for, from where, and how much was planned. */
export function FundLineDialog({ year, line, onClose }: FundLineDialogProps): React.ReactElement {
  const add = useCommandOp('funds.addLine')
  const update = useCommandOp('funds.updateLine')
  const form = useForm({
    initialValues: {
      name: line?.name ?? '',
      source: line?.source ?? '',
      budget: line ? yuanWords(line.budget) : '',
    },
    validate: { budget: (typed) => (readYuan(typed) === null ? '写成 12000 或 12000.50' : null) },
  })
  const save = async (revision: number): Promise<string> => {
    const { budget, ...facts } = form.getValues()
    const values = { ...facts, budget: readYuan(budget) ?? 0 }
    if (line) await update.mutateAsync({ id: line.id, revision, ...values })
    else await add.mutateAsync({ year, ...values })
    return '科目已保存'
  }
  return (
    <FormDialog
      title={line ? '修改科目' : `${year} 年新科目`}
      form={form}
      record={
        line && {
          what: '这个科目',
          revision: line.revision,
          fields: [
            { key: 'name', label: '科目' },
            { key: 'source', label: '来源' },
            { key: 'budget', label: '预算（元）', words: moneyWords },
          ],
        }
      }
      saving={add.isPending || update.isPending}
      save={save}
      onClose={onClose}
    >
      <TextInput label="科目" required data-autofocus {...form.getInputProps('name')} />
      <TextInput
        label="来源"
        placeholder="如 上级专项、镇财政、社会捐赠"
        {...form.getInputProps('source')}
      />
      <TextInput label="预算（元）" required {...form.getInputProps('budget')} />
    </FormDialog>
  )
}
