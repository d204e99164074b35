import { ActionIcon, Button, Group, NumberInput, Stack, Table, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconPlus, IconX } from '@tabler/icons-react'
import { moneyWords, plannedOf, sumsOf } from '@shared/domain/activities/budget'
import { activityMachine, isBudgetOpen } from '@shared/domain/activities/machine'
import { useCommandOp, type OutputOf } from '../api'
import { formatDay } from '../shell/format'
import { DayInput } from '../shell/form/domain-inputs'
import { SaveBar } from '../shell/form/SaveBar'
import { useDraft } from '../shell/form/useDraft'
import { navigate } from '../shell/location'
import { tellDone, tellFailure } from '../shell/notify'
import { yuan } from './activity-words'
import classes from './activities.module.css'

type File = OutputOf<'activities.file'>

/** A line as it is typed; '' is nothing entered. */
interface TypedLine {
  id: number | null
  item: string
  quantity: number | ''
  unit: string
  price: number | ''
  source: string
  spent: number | ''
  paidOn: string
  payee: string
  voucher: string
  note: string
}

const emptyLine: TypedLine = {
  id: null,
  item: '',
  quantity: 1,
  unit: '',
  price: '',
  source: '',
  spent: '',
  paidOn: '',
  payee: '',
  voucher: '',
  note: '',
}

interface LinesTabProps {
  file: File
  mayWrite: boolean
}

/** 物资与预算: what is bought and paid for, as planned and as paid, with the difference. */
export function LinesTab({ file, mayWrite }: LinesTabProps): React.ReactElement {
  const mayEdit = mayWrite && activityMachine.states[file.state].open
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Sums file={file} />
        <Button
          variant="default"
          disabled={file.spent === null}
          onClick={() => navigate(`/print/activities/${file.id}/reimbursement`)}
        >
          打印报销单附件清单
        </Button>
      </Group>
      {/* What somebody else saved meanwhile begins the form anew. */}
      {mayEdit ? <EditLines key={file.revision} file={file} /> : <ReadLines file={file} />}
    </Stack>
  )
}

function Sums({ file }: { file: File }): React.ReactElement {
  const { planned, spent, left, costPerPerson } = file
  const words = [
    `预算 ${moneyWords(planned)} 元`,
    spent !== null && `实支 ${moneyWords(spent)} 元`,
    left !== null && (left < 0 ? `▲ 超支 ${moneyWords(-left)} 元` : `结余 ${moneyWords(left)} 元`),
    costPerPerson !== null && `到场对象人均 ${moneyWords(costPerPerson)} 元`,
  ]
  return <strong className="figures">{words.filter(Boolean).join(' · ')}</strong>
}

function EditLines({ file }: { file: File }): React.ReactElement {
  const saving = useCommandOp('activities.saveLines')
  const form = useForm<{ lines: TypedLine[] }>({
    initialValues: { lines: [...file.lines.map(typedOf), emptyLine] },
  })
  const draft = useDraft(`activity-lines:${file.id}`, form)
  const isFixed = !isBudgetOpen(file.state)
  const { lines } = form.values
  const written = lines.filter(({ item }) => item.trim() !== '')
  const sums = sumsOf(
    written.map(({ quantity, price, spent }) => ({
      quantity: Number(quantity),
      price: Number(price),
      spent: spent === '' ? null : spent,
    })),
  )
  const save = async (): Promise<void> => {
    const nameless = lines.findIndex(
      ({ item, price, spent }) => item.trim() === '' && (price !== '' || spent !== ''),
    )
    if (nameless >= 0) return form.setFieldError(`lines.${nameless}.item`, '请填写名称')
    const { id, revision } = file
    try {
      await saving.mutateAsync({ id, revision, lines: written.map(lineInput) })
      await draft.discard()
      tellDone('物资与预算已保存')
    } catch (error) {
      tellFailure(error)
    }
  }
  return (
    <Stack gap="sm">
      {isFixed && (
        <span>
          预算已经批准：这里填实支；计划外的开支另加一行，单价填 0。要改预算请先“退回修改”。
        </span>
      )}
      <Table withTableBorder className={classes.lines} aria-label="物资与预算">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>物资或开支</Table.Th>
            <Table.Th w={64}>数量</Table.Th>
            <Table.Th w={56}>单位</Table.Th>
            <Table.Th w={84}>单价</Table.Th>
            <Table.Th w={84}>预算</Table.Th>
            <Table.Th w={92}>来源</Table.Th>
            <Table.Th w={84}>实支</Table.Th>
            <Table.Th w={112}>支付日期</Table.Th>
            <Table.Th w={100}>收款人</Table.Th>
            <Table.Th w={100}>单据</Table.Th>
            <Table.Th w={100}>备注</Table.Th>
            <Table.Th w={36} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map((line, at) => {
            const fixed = isFixed && line.id !== null
            const field = (name: keyof TypedLine, label: string) => ({
              'aria-label': `第${at + 1}行${label}`,
              ...form.getInputProps(`lines.${at}.${name}`),
            })
            const amount = { hideControls: true, min: 0, decimalScale: 2 }
            return (
              // oxlint-disable-next-line react/no-array-index-key -- new lines have nothing else
              <Table.Tr key={at}>
                <Table.Td>
                  <TextInput maxLength={60} {...field('item', '名称')} />
                </Table.Td>
                <Table.Td>
                  <NumberInput {...amount} disabled={fixed} {...field('quantity', '数量')} />
                </Table.Td>
                <Table.Td>
                  <TextInput maxLength={10} {...field('unit', '单位')} />
                </Table.Td>
                <Table.Td>
                  <NumberInput {...amount} disabled={fixed} {...field('price', '单价')} />
                </Table.Td>
                <Table.Td className="figures" align="right">
                  {line.price === '' ? '' : moneyWords(plannedOf(numbersOf(line)))}
                </Table.Td>
                <Table.Td>
                  <TextInput maxLength={40} {...field('source', '来源')} />
                </Table.Td>
                <Table.Td>
                  <NumberInput {...amount} {...field('spent', '实支')} />
                </Table.Td>
                <Table.Td>
                  <DayInput {...field('paidOn', '支付日期')} />
                </Table.Td>
                <Table.Td>
                  <TextInput maxLength={60} {...field('payee', '收款人')} />
                </Table.Td>
                <Table.Td>
                  <TextInput maxLength={60} {...field('voucher', '单据')} />
                </Table.Td>
                <Table.Td>
                  <TextInput maxLength={200} {...field('note', '备注')} />
                </Table.Td>
                <Table.Td>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    disabled={fixed && plannedOf(numbersOf(line)) > 0}
                    aria-label={`去掉第${at + 1}行`}
                    onClick={() => form.removeListItem('lines', at)}
                  >
                    <IconX size={16} />
                  </ActionIcon>
                </Table.Td>
              </Table.Tr>
            )
          })}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr>
            <Table.Th colSpan={4}>合计</Table.Th>
            <Table.Th style={{ textAlign: 'right' }}>{moneyWords(sums.planned)}</Table.Th>
            <Table.Th />
            <Table.Th style={{ textAlign: 'right' }}>{yuan(sums.spent)}</Table.Th>
            <Table.Th colSpan={5}>
              {sums.left !== null &&
                (sums.left < 0
                  ? `▲ 超支 ${moneyWords(-sums.left)}`
                  : `结余 ${moneyWords(sums.left)}`)}
            </Table.Th>
          </Table.Tr>
        </Table.Tfoot>
      </Table>
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconPlus size={14} />}
        style={{ alignSelf: 'start' }}
        onClick={() => form.insertListItem('lines', { ...emptyLine, price: isFixed ? 0 : '' })}
      >
        加一行
      </Button>
      <SaveBar onSave={() => void save()} saving={saving.isPending} draft={draft} />
    </Stack>
  )
}

const numbersOf = ({ quantity, price }: TypedLine) => ({
  quantity: Number(quantity),
  price: Number(price),
})

const typedOf = (line: File['lines'][number]): TypedLine => ({
  id: line.id,
  item: line.item,
  quantity: line.quantity,
  unit: line.unit ?? '',
  price: line.price,
  source: line.source ?? '',
  spent: line.spent ?? '',
  paidOn: line.paidOn ?? '',
  payee: line.payee ?? '',
  voucher: line.voucher ?? '',
  note: line.note ?? '',
})

const lineInput = ({ id, quantity, price, spent, paidOn, ...words }: TypedLine) => ({
  ...words,
  ...(id !== null && { id }),
  quantity: Number(quantity),
  price: Number(price),
  spent: spent === '' ? null : spent,
  paidOn: paidOn || null,
})

function ReadLines({ file }: { file: File }): React.ReactElement {
  if (file.lines.length === 0) return <span>没有登记物资与预算。</span>
  return (
    <Table withTableBorder className={classes.lines} aria-label="物资与预算">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>物资或开支</Table.Th>
          <Table.Th>数量</Table.Th>
          <Table.Th>单价</Table.Th>
          <Table.Th>预算</Table.Th>
          <Table.Th>来源</Table.Th>
          <Table.Th>实支</Table.Th>
          <Table.Th>支付日期</Table.Th>
          <Table.Th>单据</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody className="figures">
        {file.lines.map((line) => (
          <Table.Tr key={line.id}>
            <Table.Td>{line.item}</Table.Td>
            <Table.Td>
              {line.quantity}
              {line.unit}
            </Table.Td>
            <Table.Td>{moneyWords(line.price)}</Table.Td>
            <Table.Td>{moneyWords(line.planned)}</Table.Td>
            <Table.Td>{line.source}</Table.Td>
            <Table.Td>{yuan(line.spent)}</Table.Td>
            <Table.Td>{formatDay(line.paidOn)}</Table.Td>
            <Table.Td>{line.voucher}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
