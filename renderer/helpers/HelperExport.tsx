import { useJob, type InputOf } from '../api'
import { ExportChoice } from '../documents/ExportChoice'

interface HelperExportProps {
  /** 在任帮扶人, 生活互助队 … */
  what: string
  input: InputOf<'helpers.export'>
  count: number
  onClose: () => void
}

/** 帮扶人名册 or a team's roster, to Excel. */
export function HelperExport(props: HelperExportProps): React.ReactElement {
  const { what, input, count, onClose } = props
  const masked = useJob('helpers.export')
  const full = useJob('helpers.exportFull')
  return (
    <ExportChoice
      lead={`导出${what} ${count} 人：身份、单位、村、帮扶人数、队伍，可直接打印。`}
      masking="电话遮盖中间几位。"
      fullNote="电话写全；谁、什么时候、为什么、导出多少人，都会留下记录"
      empty={count === 0}
      masked={masked}
      full={full}
      onMasked={() => void masked.start(input)}
      onFull={(reason) => void full.start({ ...input, reason })}
      onClose={onClose}
    />
  )
}
