import {
  Alert,
  Button,
  Group,
  MultiSelect,
  Stack,
  Tabs,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDebouncedValue } from '@mantine/hooks'
import { useParams } from 'wouter'
import { isAttached, type RegisterDefinition } from '@shared/domain/registers/definition'
import { usedCodes } from '@shared/domain/registers/revise'
import { recipientGroupLabel, type RecipientGroup } from '@shared/domain/vocabulary'
import { call, useCommandOp, useQueryOp, type OutputOf } from '../api'
import { choices } from '../ledgers/CaseFilters'
import { ErrorPanel } from '../shell/ErrorPanel'
import { SaveBar } from '../shell/form/SaveBar'
import { useDraft } from '../shell/form/useDraft'
import { formatCount, formatInstant } from '../shell/format'
import { navigate } from '../shell/location'
import { tellDone, tellFailure } from '../shell/notify'
import { Page } from '../shell/Page'
import { FieldParts, FigureParts, MoveParts, StateParts, type PartsProps } from './DefinitionParts'
import classes from './registers.module.css'

type Known = OutputOf<'registers.definition'>

/** A new register begins with one field and the shortest way there is. */
const blank: RegisterDefinition = {
  name: '',
  purpose: '',
  fields: [],
  states: [
    { code: '办理中', label: '办理中', open: true, dueDays: null, dueField: null },
    { code: '办结', label: '办结', open: false, dueDays: null, dueField: null },
  ],
  moves: [
    {
      code: '办结登记',
      label: '办结登记',
      from: ['办理中'],
      to: '办结',
      by: 'anyone',
      needs: [],
      needsNote: false,
    },
  ],
  numbering: '{年}-{序号3}',
  groups: null,
  listed: [],
  figures: [],
}

/** 自己定一本. */
export const NewRegisterPage = (): React.ReactElement => <DefinitionEditor known={null} />

/** 改登记簿: what is saved is a new version; entries keep the one they were made under. */
export function DefinitionPage(): React.ReactElement {
  const registerId = Number(useParams<{ id: string }>().id)
  const { data, error, refetch } = useQueryOp('registers.definition', { registerId })
  if (error || !data || data.register.id !== registerId) {
    return (
      <Page title="改登记簿" parent={`/registers/${registerId}`}>
        {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      </Page>
    )
  }
  return <DefinitionEditor key={registerId} known={data} />
}

interface Editing {
  definition: RegisterDefinition
  note: string
  /** The save the form was filled from; a newer one is refused and what was typed stays. */
  revision: number
}

function DefinitionEditor({ known }: { known: Known | null }): React.ReactElement {
  const create = useCommandOp('registers.create')
  const revise = useCommandOp('registers.revise')
  const form = useForm<Editing>({
    initialValues: {
      definition: known?.definition ?? blank,
      note: '',
      revision: known?.register.revision ?? 0,
    },
  })
  const draft = useDraft(`register:define:${known?.register.id ?? 'new'}`, form)
  const { definition } = form.values
  const [checked] = useDebouncedValue(definition, 300)
  const faults = useQueryOp(
    'registers.check',
    { registerId: known?.register.id ?? null, definition: checked },
    { enabled: checked.name.trim() !== '' },
  )
  const change = (patch: Partial<RegisterDefinition>): void =>
    form.setValues((held) => ({ definition: { ...held.definition!, ...patch } }))
  const parent = known ? `/registers/${known.register.id}` : '/registers'
  const save = async (): Promise<void> => {
    const { note, revision } = form.getValues()
    try {
      const id = known?.register.id ?? (await create.mutateAsync({ definition })).id
      if (known) await revise.mutateAsync({ id, revision, definition, note })
      await draft.discard()
      tellDone(`登记簿“${definition.name}”已保存`)
      navigate(`/registers/${id}`)
    } catch (error) {
      tellFailure(error)
    }
  }
  const parts: PartsProps = {
    definition,
    onChange: change,
    taken: new Set([...(known?.used ?? []), ...usedCodes([definition])]),
    kept: new Set(known?.used),
  }
  const listable = definition.fields.filter(({ kind }) => kind !== 'table' && !isAttached(kind))
  return (
    <Page title={known ? `改登记簿：${known.register.name}` : '自己定一本登记簿'} parent={parent}>
      <div className={classes.editor}>
        <Stack gap="md">
          <Group grow align="flex-start">
            <TextInput
              label="名称"
              required
              maxLength={40}
              data-autofocus
              value={definition.name}
              onChange={(event) => change({ name: event.currentTarget.value })}
            />
            <MultiSelect
              label="关系到哪些群体"
              placeholder={definition.groups ? undefined : '全部'}
              data={choices(recipientGroupLabel)}
              value={[...(definition.groups ?? [])]}
              onChange={(groups) =>
                change({ groups: groups.length === 0 ? null : (groups as RecipientGroup[]) })
              }
            />
          </Group>
          <Textarea
            label="登记什么，依据什么"
            autosize
            maxLength={1000}
            value={definition.purpose}
            onChange={(event) => change({ purpose: event.currentTarget.value })}
          />
          <Tabs defaultValue="fields" keepMounted={false}>
            <Tabs.List>
              <Tabs.Tab value="fields">栏目 {definition.fields.length}</Tabs.Tab>
              <Tabs.Tab value="states">状态 {definition.states.length}</Tabs.Tab>
              <Tabs.Tab value="moves">动作 {definition.moves.length}</Tabs.Tab>
              <Tabs.Tab value="list">编号和列表</Tabs.Tab>
              <Tabs.Tab value="figures">数字 {definition.figures.length}</Tabs.Tab>
            </Tabs.List>
            <Tabs.Panel value="fields">
              <FieldParts {...parts} />
            </Tabs.Panel>
            <Tabs.Panel value="states">
              <StateParts {...parts} />
            </Tabs.Panel>
            <Tabs.Panel value="moves">
              <MoveParts {...parts} />
            </Tabs.Panel>
            <Tabs.Panel value="list">
              <Stack gap="md" pt="sm">
                <TextInput
                  label="编号"
                  description="可用 {年} {月} {日} 和一个 {序号3}（三位数）；空着就不编号"
                  maxLength={40}
                  value={definition.numbering ?? ''}
                  onChange={(event) => change({ numbering: event.currentTarget.value || null })}
                />
                <MultiSelect
                  label="列表里显示的栏目"
                  description="编号、姓名、村、责任人、期限和状态总在列表里"
                  data={listable.map(({ code, name }) => ({ value: code, label: name }))}
                  value={[...definition.listed]}
                  onChange={(listed) => change({ listed })}
                />
              </Stack>
            </Tabs.Panel>
            <Tabs.Panel value="figures">
              <FigureParts {...parts} />
            </Tabs.Panel>
          </Tabs>
          {known && (
            <TextInput label="这次改了什么" maxLength={200} {...form.getInputProps('note')} />
          )}
          <SaveBar
            onSave={() => void save()}
            onCancel={() => void draft.discard().then(() => navigate(parent))}
            saving={create.isPending || revise.isPending}
            draft={draft}
          />
        </Stack>
        <aside className={classes.aside}>
          <h2>检查</h2>
          <Faults faults={definition.name.trim() === '' ? null : (faults.data ?? null)} />
          {known && <Versions known={known} />}
        </aside>
      </div>
    </Page>
  )
}

function Faults({ faults }: { faults: OutputOf<'registers.check'> | null }): React.ReactElement {
  if (!faults) return <Text c="dimmed">写好名称后，这里说还差什么。</Text>
  if (faults.length === 0) return <Text>✓ 可以保存</Text>
  return (
    <ul className={classes.faults} aria-label="还没有定好的地方">
      {faults.map(({ path, words }) => (
        <li key={path + words}>{words}</li>
      ))}
    </ul>
  )
}

/** What saving means for entries there are, and every version with how many go by it. */
function Versions({ known }: { known: Known }): React.ReactElement {
  const { register, versions } = known
  const retire = useCommandOp('registers.retire')
  const { id, revision, retired, name } = register
  const turn = async (): Promise<void> => {
    try {
      await retire.mutateAsync({ id, revision, retired: !retired })
      tellDone(retired ? `“${name}”又在用了` : `“${name}”已停用，登记过的都在`)
      navigate('/registers')
    } catch (error) {
      tellFailure(error)
    }
  }
  const hand = async (): Promise<void> => {
    try {
      const { fileName, text } = await call('registers.definitionFile', { registerId: id })
      const link = document.createElement('a')
      link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
      link.download = fileName
      link.click()
      URL.revokeObjectURL(link.href)
    } catch (error) {
      tellFailure(error)
    }
  }
  return (
    <Stack gap="sm" mt="md">
      <h2>版本</h2>
      <Alert color="pine" variant="light">
        保存就是第 {register.version + 1} 版，只管以后登记的。已登记的{' '}
        {formatCount(register.entries)} 条仍按原来的栏目和步骤，一条也不改；可以逐条换到新版。
      </Alert>
      {versions.toReversed().map(({ version, savedAt, note, entries }) => (
        <Text key={version} size="sm">
          第 {version} 版 · {formatInstant(savedAt)} · {formatCount(entries)} 条
          {note && ` · ${note}`}
        </Text>
      ))}
      <Group gap="xs">
        <Button size="compact-md" variant="default" onClick={() => void hand()}>
          导出登记簿
        </Button>
        <Button
          size="compact-md"
          variant="default"
          loading={retire.isPending}
          onClick={() => void turn()}
        >
          {retired ? '重新启用' : '停用'}
        </Button>
      </Group>
    </Stack>
  )
}
