import { Anchor, Stack, Text } from '@mantine/core'
import { Link } from 'wouter'
import { useQueryOp, type InputOf } from '../api'
import { ErrorPanel } from '../shell/ErrorPanel'
import { formatCount } from '../shell/format'
import classes from './documents.module.css'
import type { Chosen } from './people'

const namesShown = 4

interface MissingListProps {
  people: Chosen
  paper: InputOf<'documents.missing'>['paper']
}

/** 缺项: what will stand blank on the paper, so that it can be filled in first. */
export function MissingList({ people, paper }: MissingListProps): React.ReactElement | null {
  const missing = useQueryOp('documents.missing', { people, paper })
  if (missing.error) return <ErrorPanel error={missing.error} />
  const fields = missing.data?.fields ?? []
  if (!missing.data) return null
  if (fields.length === 0)
    return (
      <Text size="sm" c="dimmed">
        这张表要印的都有了，没有缺项。
      </Text>
    )
  return (
    <Stack gap={4}>
      <Text size="sm" c="dimmed">
        缺项会在表上留空，可以先补再打：
      </Text>
      <ul className={classes.missing}>
        {fields.map(({ field, label, count, examples }) => (
          <li key={field}>
            <span>{label}</span>
            <span className="figures">{formatCount(count)} 人</span>
            <span className={classes.names}>
              {examples.slice(0, namesShown).map(({ id, name }) => (
                <Anchor key={id} component={Link} href={`/recipients/${id}`} size="sm">
                  {name}
                </Anchor>
              ))}
              {count > namesShown && '…'}
            </span>
          </li>
        ))}
      </ul>
    </Stack>
  )
}
