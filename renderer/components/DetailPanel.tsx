import { ActionIcon, Group, Text, Title, Tooltip } from '@mantine/core'
import { IconArrowsDiagonal, IconArrowsDiagonalMinimize2, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useText } from '../app/i18n.ts'
import { usePlace } from './record/place-context.ts'
import classes from './record/record.module.css'

type DetailPanelProps = {
  readonly title: string
  /** A second line: what tells this record from others of the same name. */
  readonly subtitle?: ReactNode
  /** Badges below the title. */
  readonly badges?: ReactNode
  /** Buttons for what can be done with the record. */
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** The open record beside its list: its name stays in sight, state, actions and content scroll. */
export function DetailPanel({ title, subtitle, badges, actions, children }: DetailPanelProps) {
  const t = useText()
  const { isWide, setWide, close } = usePlace()
  const Resize = isWide ? IconArrowsDiagonalMinimize2 : IconArrowsDiagonal
  const resizeLabel = isWide ? t('common:panel.narrow') : t('common:panel.widen')
  return (
    <>
      <header className={classes.panelHead}>
        <Group justify="space-between" align="flex-start" wrap="nowrap" gap="sm">
          <div style={{ minWidth: 0 }}>
            <Title order={2} size="lg" className={classes.panelTitle}>
              {title}
            </Title>
            {subtitle === undefined ? null : (
              <Text size="sm" c="dimmed">
                {subtitle}
              </Text>
            )}
          </div>
          <Group gap={2} wrap="nowrap" className="qos-no-print">
            <Tooltip label={resizeLabel}>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={resizeLabel}
                onClick={() => setWide(!isWide)}
              >
                <Resize size={18} aria-hidden />
              </ActionIcon>
            </Tooltip>
            <Tooltip label={`${t('common:action.close')} (Esc)`}>
              <ActionIcon variant="subtle" color="gray" aria-label={t('common:action.close')} onClick={close}>
                <IconX size={18} aria-hidden />
              </ActionIcon>
            </Tooltip>
          </Group>
        </Group>
      </header>
      <div className={classes.panelBody}>
        {badges === undefined && actions === undefined ? null : (
          <div className={classes.panelState}>
            {badges === undefined ? null : <Group gap="sm">{badges}</Group>}
            {actions === undefined ? null : (
              <Group gap="sm" className="qos-no-print">
                {actions}
              </Group>
            )}
          </div>
        )}
        {children}
      </div>
    </>
  )
}
