import { Tabs, Text } from '@mantine/core'
import { useState } from 'react'
import type { ImportState, SheetSummary } from '@shared/contract/imports'
import { ledgerKindLabel } from '@shared/domain/imports/fields'
import { useJob } from '../api'
import { JobProgress } from '../shell/JobProgress'
import { formatCount } from '../shell/format'
import { FileSettings } from './FileSettings'
import { SheetPicture } from './SheetPicture'
import { SheetSettings } from './SheetSettings'
import classes from './HeaderStep.module.css'

/** ② 认表头: what every sheet and column was taken for, to be set right where it is wrong. */
export function HeaderStep({ state }: { state: ImportState }): React.ReactElement {
  const first = state.sheets.find(({ included }) => included) ?? state.sheets[0]
  const [shown, setShown] = useState(first?.index ?? 0)
  const [remember, setRemember] = useState(true)
  const mapping = useJob('imports.setMapping')
  const sheet = state.sheets[shown]

  return (
    <div className={classes.step}>
      <div className={classes.sheets}>
        <Tabs
          value={String(shown)}
          onChange={(value) => setShown(Number(value))}
          keepMounted={false}
        >
          <Tabs.List className={classes.tabs} aria-label="工作表">
            {state.sheets.map((one) => (
              <Tabs.Tab key={one.index} value={String(one.index)} className={classes.tab}>
                <SheetTab sheet={one} />
              </Tabs.Tab>
            ))}
          </Tabs.List>
        </Tabs>
        {sheet && (
          <>
            <SheetSettings
              key={`settings-${sheet.index}`}
              importId={state.importId}
              sheet={sheet}
              mapping={mapping}
              remember={remember}
            />
            {mapping.status !== 'done' && mapping.status !== 'idle' && (
              <JobProgress job={mapping} />
            )}
            <SheetPicture
              key={`picture-${sheet.index}`}
              importId={state.importId}
              sheet={sheet}
              mapping={mapping}
              remember={remember}
            />
          </>
        )}
      </div>
      <FileSettings state={state} remember={remember} onRemember={setRemember} />
    </div>
  )
}

function SheetTab({ sheet }: { sheet: SheetSummary }): React.ReactElement {
  const { name, kind, included, rows, missing } = sheet
  const words =
    kind === null
      ? '○ 没认出表头，不导入'
      : missing.length > 0
        ? '▲ 还缺列'
        : included
          ? `✓ ${ledgerKindLabel[kind]} ${formatCount(rows)} 行`
          : '○ 不导入'
  return (
    <span>
      {name || '全部内容'}
      <Text component="span" size="xs" c="dimmed" ml={8}>
        {words}
      </Text>
    </span>
  )
}
