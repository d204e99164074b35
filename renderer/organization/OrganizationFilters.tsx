import { SegmentedControl, Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import { navigate } from '../shell/location'
import { useReach } from '../shell/session'

/** The lists of 组织会议 by their address, and which of them are the township's alone. */
const tabs = {
  '/meetings': { title: '会议', ofTownship: true },
  '/tasks': { title: '任务', ofTownship: false },
  '/inspections': { title: '督查', ofTownship: false },
  '/findings': { title: '督查问题', ofTownship: false },
  '/stations': { title: '站点', ofTownship: false },
  '/associations': { title: '协会', ofTownship: false },
  '/funds': { title: '经费', ofTownship: true },
  '/registers': { title: '登记簿', ofTownship: false },
} as const

interface OrganizationFiltersProps {
  at: keyof typeof tabs
  /** The list's own filters. */
  children?: ReactNode
}

/** 组织会议: one tab for each of its lists, above the filters of the one that is open. */
export function OrganizationFilters(props: OrganizationFiltersProps): React.ReactElement {
  const { at, children } = props
  const isWhole = useReach() === 'township'
  return (
    <Stack gap={6} align="flex-start">
      <SegmentedControl
        aria-label="组织会议"
        value={at}
        onChange={(path) => navigate(path)}
        transitionDuration={0}
        data={Object.entries(tabs)
          .filter(([, { ofTownship }]) => isWhole || !ofTownship)
          .map(([value, { title }]) => ({ value, label: title }))}
      />
      {children}
    </Stack>
  )
}
