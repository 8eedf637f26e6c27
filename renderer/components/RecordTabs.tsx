import { Tabs, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { formatNumber } from '../../shared/kernel/format.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import classes from './record-tabs.module.css'

type RecordTab = {
  readonly id: string
  readonly title: string
  /** How many things wait behind the tab; undefined: not counted, or not known yet. */
  readonly count?: number | undefined
  readonly content: ReactNode
  /** The content has its own margins and stays while another tab is shown: a form. */
  readonly isForm?: boolean
}

/** The parts of an open record: its form, related lists, files, history. */
export function RecordTabs({ tabs }: { readonly tabs: readonly RecordTab[] }) {
  const t = useText()
  const language = useLanguage()
  return (
    <Tabs defaultValue={tabs[0]?.id ?? null} keepMounted={false} className={classes.tabs}>
      <Tabs.List className={`${classes.list} qos-no-print`} aria-label={t('common:panel.parts')}>
        {tabs.map(({ id, title, count }) => (
          <Tabs.Tab key={id} value={id} className={classes.tab}>
            {title}
            {count === undefined || count === 0 ? null : (
              <Text component="span" size="xs" c="dimmed" ml={6} className="qos-figures">
                {formatNumber(count, language)}
              </Text>
            )}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {tabs.map(({ id, content, isForm = false }) => (
        <Tabs.Panel
          key={id}
          value={id}
          keepMounted={isForm}
          className={classes.panel}
          data-form={isForm || undefined}
        >
          {content}
        </Tabs.Panel>
      ))}
    </Tabs>
  )
}
