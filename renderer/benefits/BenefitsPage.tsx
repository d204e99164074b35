import { Tabs } from '@mantine/core'
import { useListState } from '../shell/list-state'
import { Page } from '../shell/Page'
import classes from './BenefitsPage.module.css'
import { BenefitPeople } from './BenefitPeople'
import { CataloguePanel } from './CataloguePanel'
import { TurningPanel } from './TurningPanel'

const tabs = [
  { key: 'people', title: '应享未享' },
  { key: 'catalogue', title: '待遇目录' },
  { key: 'turning', title: '满龄名单' },
] as const

/** 待遇: who should have what and has not, what there is, and who comes of age for it. */
export function BenefitsPage(): React.ReactElement {
  const [{ tab }, set] = useListState({ tab: 'people' })
  return (
    <Page title="待遇" parent="/recipients" fill>
      <Tabs
        value={tab}
        onChange={(value) => set({ tab: value ?? 'people' })}
        keepMounted={false}
        className={classes.tabs}
        classNames={{ panel: classes.panel }}
      >
        <Tabs.List>
          {tabs.map(({ key, title }) => (
            <Tabs.Tab key={key} value={key}>
              {title}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="people">
          <BenefitPeople />
        </Tabs.Panel>
        <Tabs.Panel value="catalogue">
          <CataloguePanel />
        </Tabs.Panel>
        <Tabs.Panel value="turning">
          <TurningPanel />
        </Tabs.Panel>
      </Tabs>
    </Page>
  )
}
