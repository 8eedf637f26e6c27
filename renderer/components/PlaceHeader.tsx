import { Group, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './place-header.module.css'

type PlaceHeaderProps = {
  readonly title: string
  /** What stands beside the title, such as the number of records shown of all. */
  readonly count?: ReactNode
  /** The search field. */
  readonly search?: ReactNode
  /** Filters, as removable chips, in a line of their own. */
  readonly filters?: ReactNode
  /** Buttons at the right; the primary one last. */
  readonly actions?: ReactNode
}

/** The top bar of a place: title, count, search, actions, and below them the filters. */
export function PlaceHeader({ title, count, search, filters, actions }: PlaceHeaderProps) {
  return (
    <header className={classes.header}>
      <Group gap="md" wrap="nowrap" className={classes.line}>
        <Title order={1} size="lg" className={classes.title} title={title}>
          {title}
        </Title>
        {count === undefined ? null : (
          <Text component="span" c="dimmed" className={classes.count} aria-live="polite">
            {count}
          </Text>
        )}
        <div className={classes.search}>{search}</div>
        <Group gap="sm" wrap="nowrap" className={classes.actions}>
          {actions}
        </Group>
      </Group>
      {filters === undefined ? null : <div className={classes.filters}>{filters}</div>}
    </header>
  )
}
