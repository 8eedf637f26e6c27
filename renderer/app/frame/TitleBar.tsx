import { Kbd, UnstyledButton } from '@mantine/core'
import { IconAlertTriangle, IconFlask, IconPlayerPause, IconSearch, IconSend } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { WorkspaceState } from '../../../shared/workspace/workspace.contract.ts'
import { StatusBadge } from '../../components/StatusBadge.tsx'
import { orpc } from '../client.ts'
import { printKeys, runCommand } from '../commands.ts'
import { useText } from '../i18n.ts'
import classes from './frame.module.css'

const outboxIcons = {
  paused: IconPlayerPause,
  failed: IconAlertTriangle,
  waiting: IconSend,
  empty: IconSend,
} as const

/** Which workspace is open, the way to everything (palette), and what still waits to be sent. */
export function TitleBar() {
  const t = useText()
  const state = useQuery(orpc.workspace.state.queryOptions()).data
  if (state === undefined || state === null) return null
  return (
    <header className={classes.title}>
      <div className={classes.workspace}>
        <span className={classes.name} title={state.name}>
          {state.name}
        </span>
        {state.isSample ? (
          <StatusBadge
            tone="note"
            icon={IconFlask}
            label={t('workspace:sample')}
            rule={t('workspace:sampleHint')}
          />
        ) : null}
      </div>
      <UnstyledButton className={classes.search} onClick={() => runCommand('palette')}>
        <IconSearch size={16} aria-hidden />
        <span>{t('search:open')}</span>
        <Kbd size="xs">{printKeys('mod+K')}</Kbd>
      </UnstyledButton>
      <Outbox {...state.outbox} />
    </header>
  )
}

function Outbox({ waiting, failed, isPaused }: WorkspaceState['outbox']) {
  const t = useText()
  const state = isPaused ? 'paused' : failed > 0 ? 'failed' : waiting > 0 ? 'waiting' : 'empty'
  const texts = {
    paused: t('workspace:outbox.paused'),
    failed: t('workspace:outbox.failed', { count: failed }),
    waiting: t('workspace:outbox.waiting', { count: waiting }),
    empty: t('workspace:outbox.empty'),
  }
  const Icon = outboxIcons[state]
  return (
    <Link to="/ministry" className={classes.outbox} data-state={state}>
      <Icon size={16} aria-hidden />
      {texts[state]}
    </Link>
  )
}
