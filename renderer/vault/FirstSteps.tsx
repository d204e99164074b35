import { Loader, UnstyledButton } from '@mantine/core'
import { IconBuildingCottage, IconFileImport, IconUserPlus } from '@tabler/icons-react'
import { useState, type ComponentType } from 'react'
import { tellFailure } from '../shell/notify'
import { VaultFrame } from './VaultFrame'
import classes from './FirstSteps.module.css'

/** What the office does first: a screen of its own vault, or the sample township. */
export type FirstStep = '/imports' | '/recipients/new' | 'sample'

interface Choice {
  step: FirstStep
  icon: ComponentType<{ size?: number; stroke?: number }>
  title: string
  hint: string
}

const choices: Choice[] = [
  {
    step: '/imports',
    icon: IconFileImport,
    title: '导入现有台账',
    hint: '把各村报来的 Excel 表放进来，逐行看过再入库，不会弄乱原表。',
  },
  {
    step: 'sample',
    icon: IconBuildingCottage,
    title: '打开样例镇',
    hint: '三百位编出来的老人，随便试，不会动到本单位的数据。',
  },
  {
    step: '/recipients/new',
    icon: IconUserPlus,
    title: '先逐人录入',
    hint: '手上没有电子表，从第一位老人的档案开始。',
  },
]

interface FirstStepsProps {
  onChoose: (step: FirstStep) => Promise<void>
}

/** The vault is ready: how does the office want to begin? */
export function FirstSteps({ onChoose }: FirstStepsProps): React.ReactElement {
  const [chosen, setChosen] = useState<FirstStep | null>(null)
  const choose = async (step: FirstStep): Promise<void> => {
    setChosen(step)
    await onChoose(step).catch(tellFailure)
    setChosen(null)
  }
  return (
    <VaultFrame title="都准备好了，从哪里开始？">
      <div className={classes.choices}>
        {choices.map(({ step, icon: Icon, title, hint }, index) => (
          <UnstyledButton
            key={step}
            className={classes.choice}
            onClick={() => void choose(step)}
            disabled={chosen !== null}
            autoFocus={index === 0}
          >
            {chosen === step ? <Loader size={28} /> : <Icon size={28} stroke={1.5} />}
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
