import { Combobox, Kbd, TextInput, useCombobox } from '@mantine/core'
import { useDebouncedValue, useHotkeys } from '@mantine/hooks'
import type { SearchHit } from '@shared/contract/search'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useQueryOp } from '../api'
import { wordsOf } from './notify'
import { navigate } from './location'
import { searchTargets } from './routes'
import classes from './GlobalSearch.module.css'

const keyOf = (hit: SearchHit): string => `${hit.kind}:${hit.id}`

/** Ctrl+K: a person, helper or village from anywhere. */
export function GlobalSearch(): React.ReactElement {
  const [text, setText] = useState('')
  const [settled] = useDebouncedValue(text.trim(), 80)
  const field = useRef<HTMLInputElement>(null)
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const found = useQueryOp('search.global', { text: settled }, { enabled: settled !== '' })
  const hits = settled === '' ? [] : (found.data?.hits ?? [])

  useHotkeys([['mod+K', () => field.current?.select()]], [])
  // The first hit is taken by Enter; the store itself changes on every render.
  const takeFirst = useEffectEvent(() => combobox.selectFirstOption())
  const shown = hits.map(keyOf).join(' ')
  useEffect(() => {
    if (shown !== '') takeFirst()
  }, [shown])

  const open = (key: string): void => {
    const hit = hits.find((candidate) => keyOf(candidate) === key)
    setText('')
    combobox.closeDropdown()
    field.current?.blur()
    if (hit) navigate(searchTargets[hit.kind].path(hit.id))
  }

  return (
    <Combobox store={combobox} onOptionSubmit={open} position="bottom-end">
      <Combobox.Target>
        <TextInput
          ref={field}
          className={classes.field}
          classNames={{ input: classes.input }}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value)
            combobox.openDropdown()
          }}
          onFocus={() => text && combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
          placeholder="姓名 / 拼音 / 身份证尾号 / 电话"
          aria-label="全局搜索（Ctrl+K）"
          leftSection={<IconSearch size={16} />}
          rightSection={text ? undefined : <Kbd size="xs">Ctrl+K</Kbd>}
          rightSectionWidth={66}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={settled === '' || (found.isPending && !found.error)}>
        <Combobox.Options className={classes.hits}>
          {hits.map((hit) => (
            <Combobox.Option key={keyOf(hit)} value={keyOf(hit)}>
              <span className={classes.hit}>
                <span className={classes.title}>{hit.title}</span>
                <span className={classes.detail}>{hit.detail}</span>
                <span className={classes.kind}>{searchTargets[hit.kind].word}</span>
              </span>
            </Combobox.Option>
          ))}
          {found.error && <Combobox.Empty>{wordsOf(found.error)}</Combobox.Empty>}
          {!found.error && hits.length === 0 && (
            <Combobox.Empty>
              没有找到“{settled}”。可试拼音首字母、身份证或电话后四位。
            </Combobox.Empty>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
