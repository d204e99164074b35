import { columnLabel, type ListColumn } from '@shared/domain/list-columns'
import { useJob, type InputOf } from '../api'
import { useCustomFields } from '../custom-fields/useCustomFields'
import { ExportChoice } from '../documents/ExportChoice'
import { formatCount } from '../shell/format'

interface ExportDialogProps {
  list: Pick<InputOf<'recipients.list'>, 'filter' | 'sort' | 'descending'>
  columns: readonly ListColumn[]
  count: number
  onClose: () => void
}

/** 导出 Excel: the list as shown, masked; in full only with a reason that stays on record. */
export function ExportDialog(props: ExportDialogProps): React.ReactElement {
  const { list, columns, count, onClose } = props
  const masked = useJob('recipients.export')
  const full = useJob('recipients.exportFull')
  const customFields = useCustomFields()
  const input = { ...list, columns: [...columns] }
  return (
    <ExportChoice
      lead={`按现在的名单导出 ${formatCount(count)} 人、${columns.length} 栏：${columns.map((column) => columnLabel(column, customFields)).join('、')}。`}
      masking="身份证号和电话遮盖中间几位，慢性病、用药等健康内容不写出。"
      fullNote="只用于按要求向上报送；谁、什么时候、为什么、导出多少人，都会留下记录"
      empty={count === 0}
      masked={masked}
      full={full}
      onMasked={() => void masked.start(input)}
      onFull={(reason) => void full.start({ ...input, reason })}
      onClose={onClose}
    />
  )
}
