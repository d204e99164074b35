import { NavLink } from '@mantine/core'
import type { ComponentType } from 'react'
import { Link, useSearch } from 'wouter'
import { ReviewRulesSection } from '../assessments/ReviewRulesSection'
import { OrganizationSection } from '../organization/OrganizationSection'
import { RulesSection } from '../rules/RulesSection'
import { Page } from '../shell/Page'
import { CentreSection } from '../villages/CentreSection'
import { VillagesSection } from '../villages/VillagesSection'
import { DisplaySection } from './DisplaySection'
import classes from './SettingsPage.module.css'

interface SettingsSection {
  key: string
  title: string
  component: ComponentType
}

/** The parts of 设置; a feature adds its own here. */
const sections: SettingsSection[] = [
  { key: 'display', title: '显示', component: DisplaySection },
  { key: 'centre', title: '单位', component: CentreSection },
  { key: 'villages', title: '村社区', component: VillagesSection },
  { key: 'rules', title: '频次规则', component: RulesSection },
  { key: 'reviews', title: '评估规则', component: ReviewRulesSection },
  { key: 'organization', title: '组织与计划', component: OrganizationSection },
]

export function SettingsPage(): React.ReactElement {
  const wanted = new URLSearchParams(useSearch()).get('part')
  const section = sections.find((candidate) => candidate.key === wanted) ?? sections[0]!
  const Section = section.component
  return (
    <Page title="设置">
      <div className={classes.columns}>
        <nav className={classes.parts} aria-label="设置项">
          {sections.map(({ key, title }) => (
            <NavLink
              key={key}
              component={Link}
              href={`/settings?part=${key}`}
              label={title}
              active={key === section.key}
              style={{ borderRadius: 5 }}
            />
          ))}
        </nav>
        <div className={classes.part}>
          <Section />
        </div>
      </div>
    </Page>
  )
}
