import { Kbd, UnstyledButton } from '@mantine/core'
import { IconAlertTriangle, IconFlask, IconSearch, IconSend } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { StatusBadge } from '../../components/StatusBadge.tsx'
import { orpc } from '../client.ts'
import { printKeys, runCommand } from '../commands.ts'
import { useText } from '../i18n.ts'
import classes from './frame.module.css'

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
      <Outbox waiting={state.outbox.waiting} failed={state.outbox.failed} />
    </header>
  )
}

function Outbox({ waiting, failed }: { waiting: number; failed: number }) {
  const t = useText()
  const state = failed > 0 ? 'failed' : waiting > 0 ? 'waiting' : 'empty'
  const texts = {
    failed: t('workspace:outbox.failed', { count: failed }),
    waiting: t('workspace:outbox.waiting', { count: waiting }),
    empty: t('workspace:outbox.empty'),
  }
  const Icon = state === 'failed' ? IconAlertTriangle : IconSend
  return (
    <Link to="/ministry" className={classes.outbox} data-state={state}>
      <Icon size={16} aria-hidden />
      {texts[state]}
    </Link>
  )
}
