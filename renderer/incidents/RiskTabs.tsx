import { SegmentedControl } from '@mantine/core'
import { navigate } from '../shell/location'

/** The ledgers of 风险报告, by the address of their list. */
const tabs = {
  '/incidents': '强制报告',
  '/hazards': '隐患',
  '/evacuations': '汛期转移',
  '/support-cases': '赡养与纠纷',
  '/care-agreements': '照料协议',
} as const

/** 风险报告: one tab for each of its ledgers. */
export function RiskTabs({ at }: { at: keyof typeof tabs }): React.ReactElement {
  return (
    <SegmentedControl
      aria-label="风险报告"
      value={at}
      onChange={(path) => navigate(path)}
      transitionDuration={0}
      data={Object.entries(tabs).map(([value, label]) => ({ value, label }))}
    />
  )
}
