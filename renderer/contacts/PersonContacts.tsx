import { Button, Group, Text } from '@mantine/core'
import { Link } from 'wouter'
import { missedReasonLabel } from '@shared/domain/visit-sheets/vocabulary'
import { contactKindLabel } from '@shared/domain/vocabulary'
import { useQueryOp } from '../api'
import { formatDay } from '../shell/format'
import { useMay } from '../shell/session'
import { MakeButton } from '../documents/MakeButton'
import { ContactList } from './ContactList'

const shownMissed = 3

/** A person's contacts, and above them when somebody came or called in vain. */
export function PersonContacts({ recipientId }: { recipientId: number }): React.ReactElement {
  const mayWrite = useMay('contacts.write')
  const mayPrint = useMay('documents.read')
  const missed = useQueryOp('contacts.missed', { recipientId, limit: shownMissed }).data ?? []
  return (
    <>
      <Group justify="space-between" mb="xs">
        <Text size="sm" c="dimmed">
          {missed.length > 0 &&
            `没遇到：${missed
              .map(
                ({ date, kind, reason }) =>
                  `${formatDay(date)} ${contactKindLabel[kind]}（${missedReasonLabel[reason]}）`,
              )
              .join('、')}，不计次数`}
        </Text>
        <Group gap="sm">
          {mayPrint && (
            <MakeButton
              job="documents.visitRecords"
              label="打印走访记录表"
              size="sm"
              input={{ filter: { recipientId } }}
            />
          )}
          {mayWrite && (
            <Button
              variant="default"
              size="sm"
              component={Link}
              href={`/visit-entry?person=${recipientId}`}
            >
              逐行录入
            </Button>
          )}
        </Group>
      </Group>
      <ContactList
        filter={{ recipientId }}
        hide="recipient"
        empty={{
          title: '还没有走访联系记录',
          hint: '打电话、入户或联系子女后，在这里记一笔。',
        }}
      />
    </>
  )
}
