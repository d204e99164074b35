import {
  Button,
  Checkbox,
  Group,
  Modal,
  SegmentedControl,
  Select,
  SimpleGrid,
  Stack,
} from '@mantine/core'
import { TextInput } from '@mantine/core'
import { useForm, type UseFormReturnType } from '@mantine/form'
import { useState } from 'react'
import {
  absenceScopeLabel,
  genderLabel,
  type AbsenceReason,
  type AbsenceScope,
} from '@shared/domain/vocabulary'
import { CallError, useCommandOp, type InputOf } from '../api'
import { useDictionaries } from '../dictionaries/useDictionaries'
import { DayInput, IdNumberInput, PartialDateInput } from '../shell/form/domain-inputs'
import { showFailure } from '../shell/form/failure'
import { DictionarySelect, PhonesInput } from '../shell/form/inputs'
import { tellDone } from '../shell/notify'
import { useSession } from '../shell/session'
import { placeWords, type FamilyMember } from './family-words'

interface FamilyMemberDialogProps {
  recipientId: number
  /** Null for a new one. */
  member: FamilyMember | null
  onClose: () => void
}

/** Where the member is: nobody asked, in the same home, nearby, or away. */
type Whereabouts = 'unknown' | 'together' | 'near' | 'away'

const valuesOf = (member: FamilyMember | null) => ({
  name: member?.name ?? '',
  relation: member?.relation ?? null,
  gender: member?.gender ?? null,
  birthDate: member?.birthDate ?? '',
  idNumber: member?.idNumber ?? '',
  phones: member?.phones ?? [],
  isSupporter: member?.isSupporter ?? true,
  ableToSupport: answerOf(member?.ableToSupport),
  willingToSupport: answerOf(member?.willingToSupport),
  note: member?.note ?? '',
  whereabouts: whereaboutsOf(member),
  /** An absence on file is corrected, or a new place begins. */
  elsewhere: 'same' as 'same' | 'new',
  place: member?.absence?.place ?? '',
  scope: member?.absence?.scope ?? ('outsideCounty' as AbsenceScope),
  reason: member ? (member.absence?.reason ?? null) : ('work' as AbsenceReason | null),
  since: member?.absence?.since ?? '',
  expectedReturn: member?.absence?.expectedReturn ?? '',
  homeVisits: member?.absence?.homeVisits ?? '',
  returnedOn: '',
})
type Values = ReturnType<typeof valuesOf>
type MemberForm = UseFormReturnType<Values>

const able = { yes: '有', no: '无' } as const
const willing = { yes: '愿意', no: '不愿意' } as const
const answerOf = (value: boolean | null | undefined): 'yes' | 'no' | null =>
  value == null ? null : value ? 'yes' : 'no'
const truthOf = (answer: string | null): boolean | null =>
  answer === null ? null : answer === 'yes'

function whereaboutsOf(member: FamilyMember | null): Whereabouts {
  if (!member) return 'away'
  if (member.absence) return 'away'
  if (member.livesTogether === null) return 'unknown'
  return member.livesTogether ? 'together' : 'near'
}

type Input = InputOf<'recipients.saveFamilyMember'>['member']

function memberOf(values: Values, member: FamilyMember | null): Input {
  const { whereabouts, elsewhere, place, scope, reason, since, expectedReturn, homeVisits } = values
  const away = whereabouts === 'away'
  const correcting = member?.absence && elsewhere === 'same'
  return {
    name: values.name,
    relation: values.relation,
    gender: values.gender,
    birthDate: values.birthDate || null,
    idNumber: values.idNumber,
    phones: values.phones.filter((phone) => phone !== ''),
    isSupporter: values.isSupporter,
    ableToSupport: truthOf(values.ableToSupport),
    willingToSupport: truthOf(values.willingToSupport),
    livesTogether: whereabouts === 'unknown' ? null : whereabouts === 'together',
    note: values.note,
    absence: away
      ? {
          ...(correcting && { id: member.absence!.id }),
          place,
          scope,
          reason,
          since: since || null,
          expectedReturn,
          homeVisits,
        }
      : null,
    returnedOn: values.returnedOn || undefined,
  }
}

/** The core names fields by their place in the input: `member.absence.since`. */
const ownField = (path: string): string => path.replace(/^member\.(absence\.)?/, '')

export function FamilyMemberDialog(props: FamilyMemberDialogProps): React.ReactElement {
  const dictionaries = useDictionaries()
  const { recipientId, member, onClose } = props
  const form = useForm({
    initialValues: valuesOf(member),
    validate: { name: (name) => (name.trim() ? null : '请填写姓名') },
  })
  const save = useCommandOp('recipients.saveFamilyMember')
  const submit = form.onSubmit(async (values) => {
    try {
      await save.mutateAsync({
        recipientId,
        ...(member && { id: member.id, revision: member.revision }),
        member: memberOf(values, member),
      })
      tellDone(`已保存家庭成员${values.name}`)
      onClose()
    } catch (error) {
      if (error instanceof CallError) {
        const fields = Object.entries(error.fields)
        form.setErrors(Object.fromEntries(fields.map(([path, told]) => [ownField(path), told])))
        if (fields.length > 0) return
      }
      showFailure(form, error)
    }
  })
  return (
    <Modal
      opened
      onClose={onClose}
      title={member ? `修改${member.name}` : '添加家庭成员'}
      size="xl"
    >
      <form onSubmit={submit}>
        <Stack gap="md">
          <SimpleGrid cols={3}>
            <TextInput label="姓名" required data-autofocus {...form.getInputProps('name')} />
            <DictionarySelect
              label="与老人关系"
              labels={dictionaries.offered('relation', [form.values.relation])}
              {...form.getInputProps('relation')}
            />
            <DictionarySelect label="性别" labels={genderLabel} {...form.getInputProps('gender')} />
            <PhonesInput
              label="电话"
              value={form.values.phones}
              onChange={(phones) => form.setFieldValue('phones', phones)}
              errors={{ 0: form.errors['phones'] as string, ...phoneErrors(form) }}
            />
            <IdNumberInput label="身份证号" {...form.getInputProps('idNumber')} />
            <PartialDateInput label="出生日期" {...form.getInputProps('birthDate')} />
          </SimpleGrid>
          <Whereabouts form={form} member={member} />
          <SimpleGrid cols={3}>
            <Checkbox
              mt={30}
              label="负有赡养义务"
              {...form.getInputProps('isSupporter', { type: 'checkbox' })}
            />
            <DictionarySelect
              label="有无赡养能力"
              labels={able}
              {...form.getInputProps('ableToSupport')}
            />
            <DictionarySelect
              label="是否愿意赡养"
              labels={willing}
              {...form.getInputProps('willingToSupport')}
            />
          </SimpleGrid>
          <TextInput label="备注" {...form.getInputProps('note')} />
          <Foot member={member} saving={save.isPending} onClose={onClose} />
        </Stack>
      </form>
    </Modal>
  )
}

function phoneErrors(form: MemberForm): Record<number, string> {
  return Object.fromEntries(
    Object.entries(form.errors).flatMap(([path, told]) => {
      const at = /^phones\.(\d+)$/.exec(path)?.[1]
      return at === undefined ? [] : [[Number(at), String(told)]]
    }),
  )
}

function Whereabouts({ form, member }: { form: MemberForm; member: FamilyMember | null }) {
  const dictionaries = useDictionaries()
  const today = useSession().data?.today
  const { whereabouts, elsewhere } = form.values
  const was = member?.absence
  return (
    <>
      <SegmentedControl
        data={[
          { value: 'away', label: '外出' },
          { value: 'near', label: '在本地，另住' },
          { value: 'together', label: '与老人同住' },
          { value: 'unknown', label: '不清楚' },
        ]}
        {...form.getInputProps('whereabouts')}
      />
      {was && whereabouts !== 'away' && (
        <DayInput
          label={`从哪一天回来（原在 ${placeWords(was, dictionaries)}）`}
          description="留空按今天"
          notAfter={today}
          {...form.getInputProps('returnedOn')}
        />
      )}
      {whereabouts === 'away' && (
        <>
          {was && (
            <Select
              label="这次修改是"
              data={[
                { value: 'same', label: '原来登记的外出情况有误或不全' },
                { value: 'new', label: '换了地方：原来的外出到新的起始日前一天为止' },
              ]}
              {...form.getInputProps('elsewhere')}
            />
          )}
          <SimpleGrid cols={3}>
            <DictionarySelect
              label="外出范围"
              required
              labels={absenceScopeLabel}
              {...form.getInputProps('scope')}
            />
            <TextInput label="地点" placeholder="如 东莞" {...form.getInputProps('place')} />
            <DictionarySelect
              label="原因"
              labels={dictionaries.offered('absenceReason', [form.values.reason])}
              {...form.getInputProps('reason')}
            />
            <PartialDateInput
              label={elsewhere === 'new' ? '到新地方的时间' : '外出起始时间'}
              placeholder="如 2014 或 2014-03"
              notAfter={today}
              {...form.getInputProps('since')}
            />
            <TextInput label="预计返回" {...form.getInputProps('expectedReturn')} />
            <TextInput
              label="回家频次"
              placeholder="如 每年春节"
              {...form.getInputProps('homeVisits')}
            />
          </SimpleGrid>
        </>
      )}
    </>
  )
}

interface FootProps {
  member: FamilyMember | null
  saving: boolean
  onClose: () => void
}

function Foot({ member, saving, onClose }: FootProps) {
  const [hiding, setHiding] = useState(false)
  const [why, setWhy] = useState('')
  const hide = useCommandOp('recipients.voidFamilyMember')
  const confirm = async (): Promise<void> => {
    await hide.mutateAsync({ id: member!.id, reason: why })
    tellDone('这位家庭成员已更正隐去，变更记录里仍可查到')
    onClose()
  }
  return (
    <Group justify="space-between" align="flex-end">
      {member && !hiding && (
        <Button variant="subtle" color="cinnabar" onClick={() => setHiding(true)}>
          录错了，隐去这一条
        </Button>
      )}
      {hiding && (
        <Group gap="xs" align="flex-end">
          <TextInput
            label="为什么隐去"
            autoFocus
            value={why}
            onChange={(event) => setWhy(event.currentTarget.value)}
            error={hide.error?.message}
          />
          <Button color="cinnabar" disabled={!why.trim()} onClick={() => void confirm()}>
            隐去
          </Button>
        </Group>
      )}
      <Group ml="auto">
        <Button variant="default" onClick={onClose}>
          取消
        </Button>
        <Button type="submit" loading={saving}>
          保存
        </Button>
      </Group>
    </Group>
  )
}
