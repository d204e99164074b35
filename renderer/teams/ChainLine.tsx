import { Anchor, UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import { chainLevelLabel } from '@shared/domain/pairings/vocabulary'
import { useQueryOp } from '../api'
import { useMay } from '../shell/session'
import { ChainForm } from './ChainForm'

interface ChainLineProps {
  person: { id: number; name: string; active: boolean }
  helpers: readonly string[]
}

/** 镇督导员 邵国栋 → 村第一责任人 吴长顺 → 帮扶人 张吉祥, on a person's page. */
export function ChainLine({ person, helpers }: ChainLineProps): React.ReactElement {
  const mayRead = useMay('helpers.read')
  const mayWrite = useMay('helpers.write')
  const [setting, setSetting] = useState(false)
  const chain = useQueryOp('chain.ofRecipient', { recipientId: person.id }, { enabled: mayRead })
  const links = (chain.isPlaceholderData ? undefined : chain.data) ?? []
  return (
    <span>
      {links.map(({ level, name, post, phone, own }) => (
        <span key={level} title={[post, phone, own && '为这一位另定'].filter(Boolean).join(' ')}>
          {chainLevelLabel[level]} {name}
          {own && '（另定）'} →{' '}
        </span>
      ))}
      帮扶人 {helpers.join('、') || '—'}
      {helpers.length === 0 && person.active && mayRead && (
        <>
          {' '}
          <Anchor component={Link} href="/helpers/suggestions" fz="inherit">
            看建议
          </Anchor>
        </>
      )}
      {mayWrite && (
        <UnstyledButton
          ml={8}
          fz="inherit"
          c="pine"
          onClick={() => setSetting(true)}
          title="这一位另有镇督导员或村第一责任人时"
        >
          另定责任人
        </UnstyledButton>
      )}
      {setting && <ChainForm of={{ person }} onClose={() => setSetting(false)} />}
    </span>
  )
}
