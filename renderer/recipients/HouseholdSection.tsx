import { Anchor, Button, Group, Table, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { housemateReasonLabel } from '@shared/domain/households/likely'
import { genderLabel } from '@shared/domain/vocabulary'
import { useCommandOp, useQueryOp, type OutputOf } from '../api'
import { useDictionaries } from '../dictionaries/useDictionaries'
import { askReason } from '../shell/ask-reason'
import { formatDay } from '../shell/format'
import { tellDone } from '../shell/notify'
import { useMay, useSession } from '../shell/session'
import classes from './FactsSection.module.css'
import { HousemateDialog, type Housemate } from './HousemateDialog'

type File = OutputOf<'recipients.file'>

/** 同户: the people on file who live in this home, each with the way to their own file. */
export function HouseholdSection({ file }: { file: File }): React.ReactElement {
  const mayWrite = useMay('recipients.write')
  const dictionaries = useDictionaries()
  const likely = useQueryOp('households.likely', { id: file.id }, { enabled: mayWrite })
  const [adding, setAdding] = useState<Housemate | 'anybody' | null>(null)
  const leave = useLeaving()
  return (
    <section className={classes.section} aria-label="同户">
      <header className={classes.head}>
        <h2 className={classes.title}>同户</h2>
        {mayWrite && (
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconPlus size={15} />}
            onClick={() => setAdding('anybody')}
            aria-label="登记同户的人"
          >
            登记
          </Button>
        )}
      </header>
      {file.household.length === 0 ? (
        <Text c="dimmed" size="sm">
          没有同户的关爱对象。住在一起的都建了档时登记为同户，改住址、电话可以一次改好。
        </Text>
      ) : (
        <Table verticalSpacing={5} highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              {['关系', '姓名', '性别', '年龄', '所在村组', '同户起', ''].map((title, at) => (
                <Table.Th key={at}>{title}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {file.household.map((one) => (
              <Table.Tr key={one.id}>
                <Table.Td>{dictionaries.words('relation', one.relation) || '—'}</Table.Td>
                <Table.Td style={{ whiteSpace: 'nowrap' }}>
                  <Anchor href={`#/recipients/${one.id}`}>{one.name}</Anchor>
                </Table.Td>
                <Table.Td>{one.gender && genderLabel[one.gender]}</Table.Td>
                <Table.Td>{one.age}</Table.Td>
                <Table.Td>
                  {one.villageName}
                  {one.villageGroupName}
                </Table.Td>
                <Table.Td>
                  {one.from ? formatDay(one.from) : <Text size="sm">夫妻，未另行登记</Text>}
                </Table.Td>
                <Table.Td>
                  <Group justify="flex-end">
                    {mayWrite && (
                      <Button
                        size="compact-sm"
                        variant="subtle"
                        onClick={() => leave(one)}
                        aria-label={`${one.name}分户`}
                      >
                        分户
                      </Button>
                    )}
                  </Group>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {mayWrite && likely.data && likely.data.length > 0 && (
        <Group gap="xs" mt={8}>
          <Text size="sm" c="dimmed">
            可能同户：
          </Text>
          {likely.data.map((one) => (
            <Button
              key={one.id}
              size="compact-sm"
              variant="default"
              onClick={() => setAdding(one)}
              title="登记为同户"
            >
              {one.name}（{housemateReasonLabel[one.why]}）
            </Button>
          ))}
        </Group>
      )}
      {adding && (
        <HousemateDialog
          file={file}
          housemate={adding === 'anybody' ? null : adding}
          onClose={() => setAdding(null)}
        />
      )}
    </section>
  )
}

/** Asks from when somebody has a home of their own, and why. */
function useLeaving(): (one: Housemate) => void {
  const today = useSession().data?.today ?? ''
  const leave = useCommandOp('households.leave')
  return ({ id, name }) =>
    askReason({
      title: `${name}分户`,
      lead: `从这一天起${name}单独成户，其余的人仍是一户；此前的同户记录保留。`,
      label: '分户',
      day: { label: '从哪一天起', initial: today },
      onSubmit: async (reason, from) => {
        await leave.mutateAsync({ id, from, reason })
        tellDone(`${name}已单独成户`)
      },
    })
}
