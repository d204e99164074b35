import { ActionIcon, Button, Checkbox, Textarea, TextInput, Tooltip } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPencil, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { ComposedDraft, Section } from '@shared/domain/papers/composed'
import classes from './papers.module.css'

interface SectionListProps {
  sections: ComposedDraft['sections']
  onChange: (sections: Section[]) => void
}

/** The outline of a paper: what is in it, in which order, in which words. */
export function SectionList({ sections, onChange }: SectionListProps): React.ReactElement {
  const [open, setOpen] = useState<string | null>(null)
  const patch = (key: string, change: Partial<Section>): void =>
    onChange(sections.map((one) => (one.key === key ? { ...one, ...change } : one)))
  const move = (at: number, by: -1 | 1): void => {
    const moved = [...sections]
    const [one] = moved.splice(at, 1)
    moved.splice(at + by, 0, one!)
    onChange(moved)
  }
  const add = (): void => {
    const key = `own${Math.max(0, ...sections.map((one) => Number(/^own(\d+)$/.exec(one.key)?.[1] ?? 0))) + 1}`
    onChange([...sections, { key, title: '新的一节', on: true, wording: '' }])
    setOpen(key)
  }
  return (
    <div className={classes.sections}>
      {sections.map((section, at) => {
        const name = section.title || '开头结尾的话'
        return (
          <section
            key={section.key}
            className={classes.section}
            data-off={!section.on || undefined}
          >
            <div className={classes.sectionHead}>
              <Checkbox
                className={classes.sectionName}
                label={name}
                checked={section.on}
                onChange={(event) => patch(section.key, { on: event.currentTarget.checked })}
              />
              <Tooltip label="上移">
                <ActionIcon
                  variant="subtle"
                  aria-label={`${name}上移`}
                  disabled={at === 0}
                  onClick={() => move(at, -1)}
                >
                  <IconArrowUp size={16} />
                </ActionIcon>
              </Tooltip>
              <Tooltip label="下移">
                <ActionIcon
                  variant="subtle"
                  aria-label={`${name}下移`}
                  disabled={at === sections.length - 1}
                  onClick={() => move(at, 1)}
                >
                  <IconArrowDown size={16} />
                </ActionIcon>
              </Tooltip>
              <Tooltip label="改文字">
                <ActionIcon
                  variant="subtle"
                  aria-label={`改“${name}”的文字`}
                  aria-expanded={open === section.key}
                  onClick={() => setOpen(open === section.key ? null : section.key)}
                >
                  <IconPencil size={16} />
                </ActionIcon>
              </Tooltip>
            </div>
            {open === section.key && (
              <>
                <TextInput
                  label="标题"
                  description="空着就不编号，只写文字"
                  value={section.title}
                  onChange={(event) => patch(section.key, { title: event.currentTarget.value })}
                />
                <Textarea
                  label="文字"
                  description="一行一段；行首写 # 是小标题；{在册人数} 取数；| 月份 | 工作 | 一行行写成表"
                  autosize
                  minRows={4}
                  maxRows={16}
                  value={section.wording}
                  onChange={(event) => patch(section.key, { wording: event.currentTarget.value })}
                />
              </>
            )}
          </section>
        )
      })}
      <div>
        <Button variant="default" size="xs" leftSection={<IconPlus size={16} />} onClick={add}>
          加一节
        </Button>
      </div>
    </div>
  )
}
