import { NavLink } from '@mantine/core'
import type { ComponentType } from 'react'
import type { Right } from '@shared/domain/rights'
import { Link, useSearch } from 'wouter'
import { ReviewRulesSection } from '../assessments/ReviewRulesSection'
import { BackupsSection } from '../backups/BackupsSection'
import { CategoryRulesSection } from '../categories/CategoryRulesSection'
import { CustomFieldsSection } from '../custom-fields/CustomFieldsSection'
import { DictionariesSection } from '../dictionaries/DictionariesSection'
import { AuditSection } from '../audit/AuditSection'
import { HomeSection } from '../home/HomeSection'
import { OperatorsSection } from '../operators/OperatorsSection'
import { HelpingSection } from '../helpers/HelpingSection'
import { OrganizationSection } from '../organization/OrganizationSection'
import { RulesSection } from '../rules/RulesSection'
import { TierRulesSection } from '../service-tiers/TierRulesSection'
import { Page } from '../shell/Page'
import { useSession } from '../shell/session'
import { CentreSection } from '../villages/CentreSection'
import { VillagesSection } from '../villages/VillagesSection'
import { DisplaySection } from './DisplaySection'
import classes from './SettingsPage.module.css'

interface SettingsSection {
  key: string
  title: string
  component: ComponentType
  /** Shown only to who has this right. */
  right?: Right
}

/** The parts of 设置; a feature adds its own here. */
const sections: SettingsSection[] = [
  { key: 'display', title: '显示', component: DisplaySection },
  { key: 'centre', title: '单位', component: CentreSection },
  { key: 'villages', title: '村社区', component: VillagesSection },
  { key: 'home', title: '工作台', component: HomeSection },
  { key: 'dictionaries', title: '字典', component: DictionariesSection },
  { key: 'categories', title: '类别口径', component: CategoryRulesSection },
  { key: 'customFields', title: '自定义字段', component: CustomFieldsSection },
  { key: 'rules', title: '频次规则', component: RulesSection },
  { key: 'tiers', title: '服务类别规则', component: TierRulesSection },
  { key: 'helping', title: '帮扶与反馈', component: HelpingSection },
  { key: 'reviews', title: '评估规则', component: ReviewRulesSection },
  { key: 'organization', title: '组织与计划', component: OrganizationSection },
  { key: 'backups', title: '备份', component: BackupsSection },
  { key: 'operators', title: '经办人与钥匙', component: OperatorsSection, right: 'vault.admin' },
  { key: 'audit', title: '操作记录', component: AuditSection, right: 'vault.admin' },
]

export function SettingsPage(): React.ReactElement {
  const wanted = new URLSearchParams(useSearch()).get('part')
  const rights = useSession().data?.rights
  const shown = sections.filter(({ right }) => !right || rights?.includes(right))
  const section = shown.find((candidate) => candidate.key === wanted) ?? shown[0]!
  const Section = section.component
  return (
    <Page title="设置">
      <div className={classes.columns}>
        <nav className={classes.parts} aria-label="设置项">
          {shown.map(({ key, title }) => (
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
