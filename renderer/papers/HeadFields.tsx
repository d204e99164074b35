import { Checkbox, Stack, TextInput } from '@mantine/core'
import { DayInput } from '../shell/form/domain-inputs'
import { BasisFields } from './BasisFields'
import type { CitedForm, HeadForm } from './head'

interface HeadFieldsProps {
  /** What Mantine wants to know of a field of the head. */
  field: (name: keyof HeadForm, options?: { type: 'checkbox' }) => object
  basis: readonly CitedForm[]
  onBasis: (basis: CitedForm[]) => void
  /** Fields only some papers have, between those of the head and those of the end. */
  children?: React.ReactNode
}

/** The head and the end of any paper: who issues it, its number, whom it goes to, 依据, 版记. */
export function HeadFields({
  field,
  basis,
  onBasis,
  children,
}: HeadFieldsProps): React.ReactElement {
  return (
    <Stack gap="sm">
      <TextInput label="发文机关（落款）" {...field('issuer')} />
      <DayInput label="成文日期" placeholder="如 2026-12-25" {...field('date')} />
      <TextInput
        label="发文机关标志（红头）"
        placeholder="如 青石镇人民政府文件；不用红头就空着"
        {...field('redHead')}
      />
      <TextInput label="发文字号" placeholder="如 青政发〔2026〕3号" {...field('documentNumber')} />
      <TextInput label="主送" placeholder="如 各村（社区），镇直各部门" {...field('addressee')} />
      <BasisFields basis={basis} onChange={onBasis} />
      {children}
      <TextInput label="印发机关（版记）" placeholder="不印版记就空着" {...field('printedBy')} />
      <TextInput label="抄送" {...field('copyTo')} />
      <Checkbox
        label="落款盖章（日期上方留出盖章的位置）"
        {...field('sealed', { type: 'checkbox' })}
      />
    </Stack>
  )
}
