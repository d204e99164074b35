import { UnstyledButton } from '@mantine/core'
import { IconFileImport, IconHomeHeart, IconUserPlus } from '@tabler/icons-react'
import type { ComponentType } from 'react'
import { VaultFrame } from './VaultFrame'
import classes from './FirstSteps.module.css'

interface Choice {
  path: string
  icon: ComponentType<{ size?: number; stroke?: number }>
  title: string
  hint: string
}

const choices: Choice[] = [
  {
    path: '/imports',
    icon: IconFileImport,
    title: '导入现有台账',
    hint: '把各村报来的 Excel 表放进来，逐行看过再入库，不会弄乱原表。',
  },
  {
    path: '/recipients/new',
    icon: IconUserPlus,
    title: '先逐人录入',
    hint: '手上没有电子表，从第一位老人的档案开始。',
  },
  {
    path: '/',
    icon: IconHomeHeart,
    title: '先到工作台看看',
    hint: '以后随时可以从“关爱对象”导入或录入。',
  },
]

/** The vault is ready: how does the office want to begin? */
export function FirstSteps({ onChoose }: { onChoose: (path: string) => void }): React.ReactElement {
  return (
    <VaultFrame title="都准备好了，从哪里开始？">
      <div className={classes.choices}>
        {choices.map(({ path, icon: Icon, title, hint }, index) => (
          <UnstyledButton
            key={path}
            className={classes.choice}
            onClick={() => onChoose(path)}
            autoFocus={index === 0}
          >
            <Icon size={28} stroke={1.5} />
            <span>
              <span className={classes.title}>{title}</span>
              <span className={classes.hint}>{hint}</span>
            </span>
          </UnstyledButton>
        ))}
      </div>
    </VaultFrame>
  )
}
