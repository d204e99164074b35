import { Button, Group, Table, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { OutputOf } from '../api'
import { useDictionaries } from '../dictionaries/useDictionaries'
import { useMay } from '../shell/session'
import { absenceWords, placeWords, relationWords, type FamilyMember } from './family-words'
import { FamilyMemberDialog } from './FamilyMemberDialog'
import classes from './FactsSection.module.css'

type File = OutputOf<'recipients.file'>

/** `赡养人，有能力，不愿意`: what nobody asked is left out. */
const supportWords = (member: FamilyMember): string => {
  const { isSupporter, ableToSupport, willingToSupport } = member
  if (!isSupporter) return ''
  const said = (value: boolean | null, yes: string, no: string) =>
    value === null ? '' : value ? yes : no
  return [
    '赡养人',
    said(ableToSupport, '有能力', '无能力'),
    said(willingToSupport, '愿意', '不愿意'),
  ]
    .filter(Boolean)
    .join('，')
}

/** 家庭成员: who they are, where they are, and who should support the person. */
export function FamilySection({ file }: { file: File }): React.ReactElement {
  const dictionaries = useDictionaries()
  const mayWrite = useMay('recipients.write')
  const [dialog, setDialog] = useState<FamilyMember | 'new' | null>(null)
  return (
    <section className={classes.section} aria-label="家庭成员">
      <header className={classes.head}>
        <h2 className={classes.title}>家庭成员</h2>
        {mayWrite && (
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconPlus size={15} />}
            onClick={() => setDialog('new')}
          >
            添加
          </Button>
        )}
      </header>
      {file.family.length === 0 ? (
        <Text c="dimmed" size="sm">
          {file.facts.hasNoChildren
            ? '确无子女，没有登记其他家人。'
            : '还没有登记家人；子女是否在外决定是不是“留守”。'}
        </Text>
      ) : (
        <Table verticalSpacing={5} highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              {['关系', '姓名', '现在何处', '电话', '赡养', '备注', ''].map((title, at) => (
                <Table.Th key={at}>{title}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {file.family.map((member) => (
              <Table.Tr key={member.id} onDoubleClick={() => mayWrite && setDialog(member)}>
                <Table.Td>{relationWords(member, dictionaries)}</Table.Td>
                <Table.Td style={{ whiteSpace: 'nowrap' }}>{member.name}</Table.Td>
                <Table.Td>
                  {absenceWords(member, dictionaries) || '—'}
                  {member.pastAbsences.map((absence) => (
                    <Text key={absence.id} size="xs" c="dimmed">
                      曾在 {placeWords(absence, dictionaries)}
                    </Text>
                  ))}
                </Table.Td>
                <Table.Td>{member.phones.join('、')}</Table.Td>
                <Table.Td>{supportWords(member)}</Table.Td>
                <Table.Td>{member.note}</Table.Td>
                <Table.Td>
                  <Group justify="flex-end">
                    {mayWrite && (
                      <Button
                        size="compact-sm"
                        variant="subtle"
                        onClick={() => setDialog(member)}
                        aria-label={`修改${member.name}`}
                      >
                        修改
                      </Button>
                    )}
                  </Group>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {dialog && (
        <FamilyMemberDialog
          recipientId={file.id}
          member={dialog === 'new' ? null : dialog}
          onClose={() => setDialog(null)}
        />
      )}
    </section>
  )
}
