import { Accordion, Anchor, Button, Text } from '@mantine/core'
import { useState } from 'react'
import { defaultCategoryRules } from '@shared/domain/categories/rules'
import { categoryLabel, type Category } from '@shared/domain/vocabulary'
import type { OutputOf } from '../api'
import { formatDay } from '../shell/format'
import { Reason } from './CategoryChips'
import classes from './FactsSection.module.css'

type File = OutputOf<'recipients.file'>

interface ReasonsProps {
  file: File
  onOverride: (category: Category) => void
}

/** 为什么是“留守”？ Each category with its reason; first those that hold, then those in doubt. */
export function Reasons({ file, onOverride }: ReasonsProps): React.ReactElement {
  const [showOthers, setShowOthers] = useState(false)
  const held = file.categories.filter(({ holds }) => holds)
  const doubtful = file.categories.filter(({ holds, unknown }) => !holds && unknown.length > 0)
  const others = file.categories.filter(({ holds, unknown }) => !holds && unknown.length === 0)
  const item = (one: File['categories'][number], mark: string) => (
    <Accordion.Item key={one.category} value={one.category}>
      <Accordion.Control>
        {mark} {categoryLabel[one.category]}
        {one.unknown.length > 0 && (
          <Text span size="sm" c="dimmed">
            {' '}
            缺{one.unknown.join('、')}
          </Text>
        )}
      </Accordion.Control>
      <Accordion.Panel>
        <Reason classification={one} onOverride={onOverride} />
      </Accordion.Panel>
    </Accordion.Item>
  )
  return (
    <section aria-label="类别的理由">
      <h2 className={classes.title}>类别与理由</h2>
      <Definition {...file.categoryDefinition} />
      <Accordion
        key={file.id}
        transitionDuration={0}
        defaultValue={(held[0] ?? doubtful[0])?.category}
        classNames={{ control: classes.compact, content: classes.compact }}
      >
        {held.map((one) => item(one, '✓'))}
        {doubtful.map((one) => item(one, '？'))}
        {showOthers && others.map((one) => item(one, '✗'))}
      </Accordion>
      {!showOthers && others.length > 0 && (
        <Button size="compact-sm" variant="subtle" onClick={() => setShowOthers(true)}>
          不符合的 {others.length} 类
        </Button>
      )}
    </section>
  )
}

/** Which 口径 the reasons below follow; those who may see the rules can open it. */
function Definition({ title, from }: File['categoryDefinition']) {
  const since = from === defaultCategoryRules.from ? '' : `，${formatDay(from)} 起`
  return (
    <Text size="sm" c="dimmed">
      按口径“
      <Anchor href="#/settings?part=categories" size="sm">
        {title}
      </Anchor>
      ”{since}
    </Text>
  )
}
