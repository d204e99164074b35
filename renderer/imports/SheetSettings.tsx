import { Alert, Autocomplete, NativeSelect, NumberInput, Switch } from '@mantine/core'
import { useState } from 'react'
import type { SheetSummary } from '@shared/contract/imports'
import { fieldLabel, ledgerKindLabel, type LedgerKind } from '@shared/domain/imports/fields'
import { codesOf } from '@shared/domain/vocabulary'
import { useCommandOp, useQueryOp, type Job } from '../api'
import { tellFailure } from '../shell/notify'
import classes from './SheetSettings.module.css'

interface SheetSettingsProps {
  importId: string
  sheet: SheetSummary
  mapping: Job<'imports.setMapping'>
  remember: boolean
}

/** What holds for the whole sheet: whether it is imported, its kind, its header and its village. */
export function SheetSettings(props: SheetSettingsProps): React.ReactElement {
  const { importId, sheet, mapping, remember } = props
  const options = useCommandOp('imports.setOptions')
  const correct = (patch: { kind?: LedgerKind; headerRow?: number }): void =>
    void mapping.start({ importId, sheet: sheet.index, remember, ...patch })
  const lacks = sheet.missing.map((field) => `“${fieldLabel[field]}”`).join('、')
  return (
    <>
      <div className={classes.settings}>
        <Switch
          label="导入这张表"
          checked={sheet.included}
          disabled={sheet.kind === null || sheet.missing.length > 0}
          onChange={(event) =>
            options.mutate(
              {
                importId,
                included: [{ sheet: sheet.index, included: event.currentTarget.checked }],
              },
              { onError: tellFailure },
            )
          }
        />
        <label className={classes.setting}>
          这是
          <NativeSelect
            aria-label="台账种类"
            value={sheet.kind ?? ''}
            onChange={(event) => correct({ kind: event.currentTarget.value as LedgerKind })}
            data={[
              ...(sheet.kind === null ? [{ value: '', label: '（没认出）', disabled: true }] : []),
              ...codesOf<LedgerKind>(ledgerKindLabel).map((kind) => ({
                value: kind,
                label: ledgerKindLabel[kind],
              })),
            ]}
          />
        </label>
        <HeaderRow sheet={sheet} onChange={(headerRow) => correct({ headerRow })} />
        <SheetVillage key={sheet.village} importId={importId} sheet={sheet} />
      </div>
      {sheet.kind === null && (
        <Alert color="dusk" variant="light" p="xs">
          ▲
          没有认出表头。请点一下表头那一行左边的行号（或在上面写行号）；这张表没有要导入的内容，就不用管它。
        </Alert>
      )}
      {sheet.kind !== null && lacks !== '' && (
        <Alert color="dusk" variant="light" p="xs">
          ▲ 还不知道哪一列是{lacks}，这张表暂时导不了。请在下面的列头上选出来。
        </Alert>
      )}
    </>
  )
}

interface HeaderRowProps {
  sheet: SheetSummary
  /** Counted from 0. */
  onChange: (row: number) => void
}

/** Where the header stands, typed; the row numbers of the picture do the same for the mouse. */
function HeaderRow({ sheet, onChange }: HeaderRowProps): React.ReactElement {
  const { header } = sheet
  const shown = header ? header.last + 1 : ''
  const [typed, setTyped] = useState<{ of: number | ''; value: number | string } | null>(null)
  const value = typed?.of === shown ? typed.value : shown
  const commit = (): void => {
    const row = Number(value)
    if (value !== '' && Number.isInteger(row) && row >= 1 && row !== shown) onChange(row - 1)
  }
  return (
    <label className={classes.setting}>
      表头在第
      <NumberInput
        aria-label="表头行号"
        className={classes.number}
        hideControls
        min={1}
        allowDecimal={false}
        value={value}
        onChange={(next) => setTyped({ of: shown, value: next })}
        onBlur={commit}
        onKeyDown={(event) => event.key === 'Enter' && commit()}
      />
      行
      {header && header.first < header.last && (
        <span className={classes.note}>
          （第 {header.first + 1}–{header.last + 1} 行）
        </span>
      )}
    </label>
  )
}

/** The village of rows that name none; any name may be written, a new one is asked about. */
function SheetVillage(props: { importId: string; sheet: SheetSummary }): React.ReactElement {
  const { importId, sheet } = props
  const options = useCommandOp('imports.setOptions')
  const villages = useQueryOp('villages.list', {}).data ?? []
  const [name, setName] = useState(sheet.village ?? '')
  const commit = (village: string): void => {
    if (village.trim() === (sheet.village ?? '')) return
    options.mutate(
      { importId, sheetVillage: { sheet: sheet.index, village: village.trim() } },
      { onError: tellFailure },
    )
  }
  return (
    <label className={classes.setting} title="只用于没有写村（社区）的行">
      没写村的算
      <Autocomplete
        aria-label="没写村的行算哪个村"
        className={classes.village}
        placeholder="各行自己写了"
        data={[...new Set(villages.map(({ name }) => name))]}
        value={name}
        onChange={setName}
        onOptionSubmit={commit}
        onBlur={() => commit(name)}
      />
    </label>
  )
}
