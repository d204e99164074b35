import { Button, Group, Stack, Text } from '@mantine/core'
import { contactKindLabel, genderLabel, recipientStatusLabel } from '@shared/domain/vocabulary'
import { useQueryOp } from '../api'
import { useDictionaries } from '../dictionaries/useDictionaries'
import { StandingMarks } from '../contacts/StandingMarks'
import { ErrorPanel } from '../shell/ErrorPanel'
import { formatDay } from '../shell/format'
import { navigate } from '../shell/location'
import { CategoryChips } from './CategoryChips'
import classes from './QuickLook.module.css'
import { absenceWords, relationWords } from './family-words'

/** A look at somebody without leaving the list. */
export function QuickLook({ id }: { id: number }): React.ReactElement | null {
  const dictionaries = useDictionaries()
  const { data: file, error } = useQueryOp('recipients.file', { id })
  const contacts = useQueryOp('contacts.list', { recipientId: id, limit: 5 })
  if (error) return <ErrorPanel error={error} />
  if (!file || file.id !== id) return null
  const { facts } = file
  return (
    <Stack gap="md">
      <Text>
        {[facts.gender && genderLabel[facts.gender], file.age, formatDay(facts.birthDate)]
          .filter(Boolean)
          .join(' · ')}
        <br />
        {file.villageName}
        {file.villageGroupName} · {recipientStatusLabel[file.status]}
      </Text>
      <CategoryChips file={file} />
      <StandingMarks standings={file.standings} wrap />
      <dl className={classes.facts}>
        <dt>电话</dt>
        <dd>{facts.phones.join('、') || (facts.hasNoPhone ? '确无电话' : '—')}</dd>
        <dt>住址</dt>
        <dd>{facts.homeAddress ?? '—'}</dd>
        <dt>帮扶人</dt>
        <dd>
          {file.pairings
            .filter(({ to }) => to === null)
            .map(({ helperName }) => helperName)
            .join('、') || '—'}
        </dd>
        <dt>紧急联系</dt>
        <dd>{[facts.emergencyName, facts.emergencyPhone].filter(Boolean).join(' ') || '—'}</dd>
      </dl>
      {file.family.length > 0 && (
        <div>
          <h3 className={classes.title}>家庭</h3>
          {file.family.map((member) => (
            <Text key={member.id} size="sm">
              {relationWords(member, dictionaries)} {member.name}{' '}
              {absenceWords(member, dictionaries)} {member.phones[0]}
            </Text>
          ))}
        </div>
      )}
      <div>
        <h3 className={classes.title}>最近走访</h3>
        {contacts.data?.rows.map((contact) => (
          <Text key={contact.id} size="sm">
            {formatDay(contact.date)} {contactKindLabel[contact.kind]}{' '}
            {contact.helperName ?? contact.visitor} {contact.problem ?? contact.summary}
          </Text>
        ))}
        {contacts.data?.rows.length === 0 && (
          <Text size="sm" c="dimmed">
            还没有走访联系记录
          </Text>
        )}
      </div>
      <Group>
        <Button onClick={() => navigate(`/recipients/${id}`)}>打开档案</Button>
      </Group>
    </Stack>
  )
}
