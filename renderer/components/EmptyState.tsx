import { Stack, Text, Title } from '@mantine/core'
import type { Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'

type EmptyStateProps = {
  readonly icon?: Icon
  readonly title: string
  /** What will stand here, and how it gets here. */
  readonly text?: ReactNode
  /** Buttons; the first is the usual next step. */
  readonly children?: ReactNode
}

/** Fills a place that has nothing to show and says why, with the next step. */
export function EmptyState({ icon: Icon, title, text, children }: EmptyStateProps) {
  return (
    <Stack align="center" justify="center" gap="sm" p="xl" mih={220} ta="center">
      {Icon === undefined ? null : <Icon size={36} stroke={1.4} color="var(--qos-muted)" aria-hidden />}
      <Title order={2} size="lg">
        {title}
      </Title>
      {text === undefined ? null : (
        <Text c="dimmed" maw={520}>
          {text}
        </Text>
      )}
      {children}
    </Stack>
  )
}
