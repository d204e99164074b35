import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { call } from '../api'
import { navigate } from '../shell/location'
import { wordsOf } from '../shell/notify'

/** A sheet in the hand: its number typed, pasted or read by a scanner opens its grid. */
export function OpenByCode(): React.ReactElement {
  const [code, setCode] = useState('')
  const [refusal, setRefusal] = useState('')
  const open = async (): Promise<void> => {
    try {
      const { id, lineId } = await call('visitSheets.find', { code })
      navigate(`/visit-entry?sheet=${id}${lineId === null ? '' : `&line=${lineId}`}`)
    } catch (error) {
      setRefusal(wordsOf(error))
    }
  }
  return (
    <TextInput
      aria-label="任务单编号"
      data-filter-focus
      placeholder="单号，如 2611-007（/）"
      w={210}
      value={code}
      error={refusal || undefined}
      onChange={(event) => {
        setCode(event.currentTarget.value)
        setRefusal('')
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && code.trim() !== '') void open()
      }}
    />
  )
}
