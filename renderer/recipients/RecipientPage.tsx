import { ActionIcon, Button, Group, Menu, Tabs, Tooltip } from '@mantine/core'
import { IconChevronDown, IconChevronLeft, IconChevronRight, IconPlus } from '@tabler/icons-react'
import { useHotkeys } from '@mantine/hooks'
import { useState } from 'react'
import { Link, useParams } from 'wouter'
import type { Category } from '@shared/domain/vocabulary'
import { useQueryOp, type OutputOf } from '../api'
import { AssessmentsSection } from '../assessments/AssessmentsSection'
import { Attachments } from '../attachments/Attachments'
import { BenefitsSection } from '../benefits/BenefitsSection'
import { PersonContacts } from '../contacts/PersonContacts'
import { PersonDuties } from '../contacts/PersonDuties'
import { RecordContact } from '../contacts/RecordContact'
import { sectionsWithValues } from '../custom-fields/file-values'
import { useCustomFields } from '../custom-fields/useCustomFields'
import { FeedbackOfPerson } from '../feedback/FeedbackOfPerson'
import { ErrorPanel } from '../shell/ErrorPanel'
import { useListState } from '../shell/list-state'
import { navigate } from '../shell/location'
import { Page } from '../shell/Page'
import { PersonServices } from '../services/PersonServices'
import { PersonOutings } from '../outings/PersonOutings'
import { PersonAgreements } from '../care-agreements/PersonAgreements'
import { PersonSupportCases } from '../support-cases/PersonSupportCases'
import { useMay } from '../shell/session'
import {
  emergencySection,
  healthSection,
  householdSection,
  identitySection,
  livingSection,
  paperworkSection,
  residenceSection,
  sectionsOfGroups,
  type FactSection,
} from './fact-fields'
import { CasesTab } from './CasesTab'
import { FactsSection } from './FactsSection'
import { FamilySection } from './FamilySection'
import { FileHead } from './FileHead'
import { GroupsDialog } from './GroupsDialog'
import { HistoryTab } from './HistoryTab'
import { HouseholdSection } from './HouseholdSection'
import { neighboursOf } from './list-order'
import { MissingFacts, type FilePart } from './MissingFacts'
import { MoveDialog } from './MoveDialog'
import { OverrideDialog } from './OverrideDialog'
import { PeriodsSection } from './PeriodsSection'
import classes from './RecipientPage.module.css'
import { Reasons } from './Reasons'
import { RiskDialog } from './RiskDialog'
import { StatusDialog } from './StatusDialog'
import { VoidDialog } from './VoidDialog'

type File = OutputOf<'recipients.file'>
type Dialog =
  | { kind: 'contact' | 'status' | 'move' | 'groups' | 'risk' | 'void' }
  | { kind: 'override'; category: Category | null }

const tabs = [
  { key: 'overview', title: '概况' },
  { key: 'family', title: '家庭与赡养' },
  { key: 'health', title: '健康与评估' },
  { key: 'living', title: '生活与待遇' },
  { key: 'contacts', title: '走访联系' },
  { key: 'cases', title: '需求与风险' },
  { key: 'attachments', title: '附件' },
  { key: 'history', title: '变更记录' },
] as const

/** The tab on which each part of the file is typed. */
const tabOfPart: Record<FilePart, (typeof tabs)[number]['key']> = {
  identity: 'overview',
  residence: 'overview',
  emergency: 'overview',
  paperwork: 'overview',
  family: 'family',
  household: 'family',
  health: 'health',
  living: 'living',
  woman: 'overview',
  child: 'overview',
  extremePoverty: 'overview',
}

/** 一人一档: everything about one person, each part edited in its place. */
export function RecipientPage(): React.ReactElement {
  const id = Number(useParams<{ id: string }>().id)
  const { data: file, error, refetch } = useQueryOp('recipients.file', { id })
  if (error) {
    // A hidden file says what became of it: undefined is no such file at all.
    const keptId = (error.details as { keptId?: number | null } | undefined)?.keptId
    return (
      <Page title="关爱对象" parent="/recipients">
        <ErrorPanel error={error} onRetry={() => void refetch()} title="这份档案没有打开" />
        <Group gap="sm" mt="md">
          {keptId != null && (
            <Button onClick={() => navigate(`/recipients/${keptId}`, { replace: true })}>
              打开合并后的档案
            </Button>
          )}
          {keptId !== undefined && (
            <Button variant="default" onClick={() => navigate('/recipients/corrections')}>
              更正与合并
            </Button>
          )}
        </Group>
      </Page>
    )
  }
  // While another person's file is being read the last one must not stand under the new address.
  if (!file || file.id !== id) {
    return (
      <Page title="关爱对象" parent="/recipients">
        {null}
      </Page>
    )
  }
  return <FilePage key={id} file={file} />
}

function FilePage({ file }: { file: File }) {
  const [{ tab }, set] = useListState({ tab: 'overview' })
  const [dialog, setDialog] = useState<Dialog | null>(null)
  /** Sections open for editing; they stay so while another tab is looked at. */
  const [editing, setEditing] = useState<ReadonlySet<string>>(new Set())
  const ownFields = useCustomFields()
  const mayWrite = useMay('recipients.write')
  const mayRecord = useMay('contacts.write')
  const close = (): void => setDialog(null)
  const override = (category: Category | null): void => setDialog({ kind: 'override', category })
  const show = (tab: string): void => set({ tab })
  const edit = (section: string, on: boolean): void =>
    setEditing(
      (open) => new Set([...open].filter((key) => key !== section).concat(on ? section : [])),
    )
  const openPart = (part: FilePart): void => {
    show(tabOfPart[part])
    if (mayWrite) edit(part, true)
  }
  const unsaved = new Set([...editing].map((section) => tabOfPart[section as FilePart]))
  useHotkeys(tabs.map(({ key }, at): [string, () => void] => [`ctrl+${at + 1}`, () => show(key)]))
  return (
    <Page
      title="一人一档"
      note={<Steps id={file.id} />}
      parent="/recipients"
      main={
        mayRecord
          ? {
              label: '记一次走访',
              icon: <IconPlus size={18} />,
              onClick: () => setDialog({ kind: 'contact' }),
            }
          : undefined
      }
      actions={
        <Group gap="xs">
          <Button
            variant="default"
            component={Link}
            href={`/documents?paper=recipientFile&people=${file.id}`}
          >
            打印档案表
          </Button>
          {mayWrite && (
            <>
              <Button variant="default" onClick={() => setDialog({ kind: 'status' })}>
                {file.status === 'active' ? '变更状态' : '重新在册'}
              </Button>
              <Menu position="bottom-end">
                <Menu.Target>
                  <Button variant="default" rightSection={<IconChevronDown size={15} />}>
                    更多
                  </Button>
                </Menu.Target>
                <Menu.Dropdown>
                  <Menu.Item onClick={() => setDialog({ kind: 'move' })}>迁居到别的村组</Menu.Item>
                  <Menu.Item onClick={() => setDialog({ kind: 'groups' })}>变更群体</Menu.Item>
                  <Menu.Item onClick={() => setDialog({ kind: 'risk' })}>定风险等级</Menu.Item>
                  <Menu.Item onClick={() => override(null)}>人工认定类别</Menu.Item>
                  <Menu.Divider />
                  <Menu.Item onClick={() => setDialog({ kind: 'void' })}>
                    录错更正：隐去档案
                  </Menu.Item>
                </Menu.Dropdown>
              </Menu>
            </>
          )}
        </Group>
      }
      fill
    >
      <FileHead file={file} onOverride={override} />
      <Tabs
        value={tab}
        onChange={(value) => show(value ?? 'overview')}
        keepMounted={false}
        className={classes.tabs}
        classNames={{ panel: classes.panel }}
      >
        <Tabs.List>
          {tabs.map(({ key, title }, at) => (
            <Tabs.Tab key={key} value={key} title={`Ctrl+${at + 1}`}>
              {title}
              {unsaved.has(key) && key !== tab && (
                <Tooltip label="这一页有正在修改、还没保存的内容">
                  <span> · 修改中</span>
                </Tooltip>
              )}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="overview">
          <div className={classes.columns}>
            <Sections
              file={file}
              editing={editing}
              onEdit={edit}
              sections={[
                identitySection,
                ...sectionsOfGroups(file.groups, file.facts, sectionsWithValues(ownFields, file)),
                residenceSection,
                emergencySection,
                paperworkSection,
              ]}
            />
            <aside className={classes.side}>
              <MissingFacts recipientId={file.id} onOpen={openPart} />
              <Reasons file={file} onOverride={override} />
              <PeriodsSection file={file} />
              <FeedbackOfPerson recipientId={file.id} />
            </aside>
          </div>
        </Tabs.Panel>
        <Tabs.Panel value="family">
          <HouseholdSection file={file} />
          <FamilySection file={file} />
          <PersonOutings person={{ id: file.id, name: file.facts.name }} />
          <PersonSupportCases person={{ id: file.id, name: file.facts.name }} />
          <PersonAgreements person={{ id: file.id, name: file.facts.name }} />
          <Sections file={file} editing={editing} onEdit={edit} sections={[householdSection]} />
        </Tabs.Panel>
        <Tabs.Panel value="health">
          <Sections file={file} editing={editing} onEdit={edit} sections={[healthSection]} />
          <AssessmentsSection recipientId={file.id} />
        </Tabs.Panel>
        <Tabs.Panel value="living">
          <Sections file={file} editing={editing} onEdit={edit} sections={[livingSection]} />
          <BenefitsSection recipientId={file.id} name={file.facts.name} />
          <PersonServices person={{ id: file.id, name: file.facts.name }} />
        </Tabs.Panel>
        <Tabs.Panel value="contacts" data-fill>
          <PersonDuties person={{ id: file.id, name: file.facts.name }} />
          <PersonContacts recipientId={file.id} />
        </Tabs.Panel>
        <Tabs.Panel value="attachments">
          <Attachments entity="recipient" id={file.id} />
        </Tabs.Panel>
        <Tabs.Panel value="cases" data-fill>
          <CasesTab person={{ id: file.id, name: file.facts.name }} />
        </Tabs.Panel>
        <Tabs.Panel value="history" data-fill>
          <HistoryTab recipientId={file.id} />
        </Tabs.Panel>
      </Tabs>
      {dialog?.kind === 'contact' && (
        <RecordContact
          people={[{ id: file.id, name: file.facts.name }]}
          helperId={file.pairings.find(({ to }) => to === null)?.helperId}
          onClose={close}
        />
      )}
      {dialog?.kind === 'status' && <StatusDialog file={file} onClose={close} />}
      {dialog?.kind === 'move' && <MoveDialog file={file} onClose={close} />}
      {dialog?.kind === 'void' && <VoidDialog file={file} onClose={close} />}
      {dialog?.kind === 'groups' && <GroupsDialog file={file} onClose={close} />}
      {dialog?.kind === 'risk' && <RiskDialog file={file} onClose={close} />}
      {dialog?.kind === 'override' && (
        <OverrideDialog file={file} category={dialog.category} onClose={close} />
      )}
    </Page>
  )
}

interface SectionsProps {
  file: File
  sections: readonly FactSection[]
  editing: ReadonlySet<string>
  onEdit: (section: string, on: boolean) => void
}

/** Facts edited in place: a section's fields stand where its facts stood. */
function Sections({ file, sections, editing, onEdit }: SectionsProps) {
  return (
    <div>
      {sections.map((section) => (
        <FactsSection
          key={section.key}
          file={file}
          section={section}
          editing={editing.has(section.key)}
          onEdit={(on) => onEdit(section.key, on)}
        />
      ))}
    </div>
  )
}

/** 3/128 of the list the person was opened from. */
function Steps({ id }: { id: number }) {
  const place = neighboursOf(id)
  const go = (to: number | null | undefined): void => {
    if (to != null) navigate(`/recipients/${to}${tabOf()}`, { replace: true })
  }
  useHotkeys([
    ['alt+ArrowLeft', () => go(place?.previous)],
    ['alt+ArrowRight', () => go(place?.next)],
  ])
  if (!place) return null
  return (
    <Group gap={2} component="span" wrap="nowrap">
      <Tooltip label="上一位（Alt+←）">
        <ActionIcon
          variant="subtle"
          color="gray"
          disabled={place.previous === null}
          onClick={() => go(place.previous)}
          aria-label="上一位"
        >
          <IconChevronLeft size={18} />
        </ActionIcon>
      </Tooltip>
      {place.position}/{place.total}
      <Tooltip label="下一位（Alt+→）">
        <ActionIcon
          variant="subtle"
          color="gray"
          disabled={place.next === null}
          onClick={() => go(place.next)}
          aria-label="下一位"
        >
          <IconChevronRight size={18} />
        </ActionIcon>
      </Tooltip>
    </Group>
  )
}

/** The next person is shown on the same tab. */
function tabOf(): string {
  const query = location.hash.split('?')[1]
  return query ? `?${query}` : ''
}
