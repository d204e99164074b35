import { Button, Text } from '@mantine/core'
import { useQueryOp, type OutputOf } from '../api'
import { host } from '../host'
import { ErrorPanel } from '../shell/ErrorPanel'
import { FilterBar, FilterChoice, FilterText } from '../shell/FilterBar'
import { formatCount } from '../shell/format'
import { useListState } from '../shell/list-state'
import { tellDone, tellFailure } from '../shell/notify'
import { Page } from '../shell/Page'
import classes from './templates.module.css'

type Field = OutputOf<'documents.fieldGuide'>[number]

const nothing = { text: '', group: '' }

/** 字段表: every tag a template may use, with an example, ready to be pasted in WPS. */
export function FieldsPage(): React.ReactElement {
  const guide = useQueryOp('documents.fieldGuide', {})
  const [state, set] = useListState(nothing)
  const fields = guide.data ?? []
  const groups = [...new Set(fields.map(({ group }) => group))]
  const words = state.text.trim()
  const found = fields.filter(
    ({ tag, about, example, group }) =>
      (state.group === '' || group === state.group) &&
      [tag, about, example].some((text) => text.includes(words)),
  )
  const isFiltered = state.text !== '' || state.group !== ''
  return (
    <Page
      title="模板字段"
      note={guide.data && `${formatCount(found.length)} 个字段`}
      parent="/documents/templates"
      filters={
        <FilterBar onClear={isFiltered ? () => set(nothing) : undefined}>
          <FilterText
            value={state.text}
            onChange={(text) => set({ text })}
            placeholder="找字段：名称、说明、例子"
          />
          <FilterChoice
            label="分组"
            all="全部分组"
            value={state.group}
            onChange={(group) => set({ group })}
            options={groups.map((group) => ({ value: group, label: group }))}
          />
        </FilterBar>
      }
    >
      <Text size="sm" c="dimmed" mb="sm">
        点字段就复制好了，到 WPS 或 Word 的模板里粘贴。多行的表，在这一行第一格前面写{' '}
        <Tag tag="#家庭成员" />
        ，最后一格后面写 <Tag tag="/家庭成员" />；
        <Tag tag="^联系电话" />…<Tag tag="/联系电话" /> 中间的字只在没有电话时印。照片可以直接写{' '}
        <Tag tag="照片" />
        ，也可以插一张占位图，把 <Tag tag="照片" /> 写进它的替换文字。
      </Text>
      {guide.error && <ErrorPanel error={guide.error} onRetry={() => void guide.refetch()} />}
      {guide.data && found.length === 0 && (
        <Text c="dimmed">没有这样的字段。换个说法，或清除条件再找。</Text>
      )}
      {found.length > 0 && (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">分组</th>
              <th scope="col">字段</th>
              <th scope="col">例子</th>
              <th scope="col">换个格式</th>
              <th scope="col">说明</th>
            </tr>
          </thead>
          <tbody>
            {found.map((field) => (
              <FieldRow key={`${field.within} ${field.tag}`} field={field} />
            ))}
          </tbody>
        </table>
      )}
    </Page>
  )
}

function FieldRow({ field }: { field: Field }): React.ReactElement {
  const { tag, about, example, group, within, variants } = field
  return (
    <tr>
      <td className={classes.soft}>{group}</td>
      <td>
        <Tag tag={tag} />
      </td>
      <td>{example}</td>
      <td>
        <div className={classes.variants}>
          {variants.map((variant) => (
            <span key={variant.tag}>
              <Tag tag={variant.tag} /> <span className={classes.soft}>{variant.example}</span>
            </span>
          ))}
        </div>
      </td>
      <td className={classes.soft}>
        {[about, within && `写在 {#${within}} 和 {/${within}} 之间`].filter(Boolean).join('；')}
      </td>
    </tr>
  )
}

/** A tag that goes to the clipboard when it is pressed. */
function Tag({ tag }: { tag: string }): React.ReactElement {
  const written = `{${tag}}`
  const copy = (): void => {
    host.copyText(written).then(() => tellDone(`已复制 ${written}，到模板里粘贴`), tellFailure)
  }
  return (
    <Button
      size="compact-sm"
      variant="default"
      className={classes.tag}
      onClick={copy}
      title={`复制 ${written}`}
    >
      {written}
    </Button>
  )
}
