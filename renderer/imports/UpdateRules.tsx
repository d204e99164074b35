import { Button, Group, Modal, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import type { ImportState } from '@shared/contract/imports'
import { updateRuleLabel, type UpdateRule } from '@shared/domain/imports/updates'
import { codesOf } from '@shared/domain/vocabulary'
import { useCommandOp } from '../api'
import { formatCount } from '../shell/format'
import { tellFailure } from '../shell/notify'
import comparison from './comparison.module.css'
import classes from './RowsStep.module.css'

type Updates = ImportState['updates']

interface UpdateRulesProps {
  importId: string
  updates: Updates
}

const rules = codesOf<UpdateRule>(updateRuleLabel).map((value) => ({
  value,
  label: updateRuleLabel[value],
}))

const sum = (updates: Updates, key: 'fills' | 'additions' | 'conflicts' | 'taken'): number =>
  updates.topics.reduce((total, topic) => total + topic[key], 0)

/** 已有的怎么更新: one rule for the file, and one for each column that needs another. */
export function UpdateRules({ importId, updates }: UpdateRulesProps): React.ReactElement | null {
  const setOptions = useCommandOp('imports.setOptions')
  const [byColumn, setByColumn] = useState(false)
  if (updates.topics.length === 0) return null
  const say = (change: { rule?: UpdateRule; topic?: string; own?: UpdateRule | null }): void =>
    setOptions.mutate(
      {
        importId,
        updates: {
          ...(change.rule && { rule: change.rule }),
          topics: change.topic ? [{ topic: change.topic, rule: change.own ?? null }] : [],
        },
      },
      { onError: tellFailure },
    )
  const own = updates.topics.filter(({ rule }) => rule !== null).length
  return (
    <Group gap="sm" className={classes.updates} role="group" aria-label="已有的怎么更新">
      <span>
        已有的里有 {formatCount(updates.rows)} 行与台账不同：{totals(updates)}。更新时
      </span>
      <NativeSelect
        size="xs"
        aria-label="已有的一律"
        value={updates.rule}
        data={rules}
        onChange={(event) => say({ rule: event.currentTarget.value as UpdateRule })}
      />
      <Button size="xs" variant="default" onClick={() => setByColumn(true)}>
        按栏目定{own > 0 ? `（${own} 栏）` : ''}…
      </Button>
      {byColumn && (
        <Modal opened onClose={() => setByColumn(false)} title="按栏目定怎么更新" size="xl">
          <table className={comparison.table} aria-label="各栏目怎么更新">
            <thead>
              <tr>
                <th scope="col">栏目</th>
                <th scope="col">补空白</th>
                <th scope="col">添上</th>
                <th scope="col">不一样</th>
                <th scope="col">会写</th>
                <th scope="col">还要问</th>
                <th scope="col">怎么更新</th>
              </tr>
            </thead>
            <tbody>
              {updates.topics.map((line) => (
                <tr key={line.topic}>
                  <th scope="row">{line.label}</th>
                  {[line.fills, line.additions, line.conflicts, line.taken, line.open].map(
                    (count, at) => (
                      <td key={at} className="figures">
                        {count === 0 ? '—' : formatCount(count)}
                      </td>
                    ),
                  )}
                  <td>
                    <NativeSelect
                      size="xs"
                      aria-label={`${line.label}怎么更新`}
                      value={line.rule ?? ''}
                      data={[
                        { value: '', label: `随全部（${updateRuleLabel[updates.rule]}）` },
                        ...rules,
                      ]}
                      onChange={(event) =>
                        say({
                          topic: line.topic,
                          own: (event.currentTarget.value || null) as UpdateRule | null,
                        })
                      }
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className={classes.basis}>
            姓名、性别、身份证号、出生日期和村不一样的，选“用台账的”也逐个问，除非在这里单独定。
            单独定过的行不受影响。
          </p>
          <Group justify="flex-end">
            <Button onClick={() => setByColumn(false)}>好了</Button>
          </Group>
        </Modal>
      )}
    </Group>
  )
}

/** 补空白 30 格、添上 4 格、不一样 8 格. */
export function totals(updates: Updates): string {
  const parts: [number, string][] = [
    [sum(updates, 'fills'), '空着的'],
    [sum(updates, 'additions'), '可添的'],
    [sum(updates, 'conflicts'), '不一样的'],
  ]
  return parts
    .flatMap(([count, word]) => (count > 0 ? [`${word} ${formatCount(count)} 格`] : []))
    .join('、')
}

/** What the update comes to, for the step before anything is written. */
export const takenCells = (updates: Updates): number => sum(updates, 'taken')
