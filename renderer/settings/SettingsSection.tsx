import { Stack, Text, Title } from '@mantine/core'
import { useId, type ReactNode } from 'react'
import styles from './settings.module.css'

export type SectionId = 'profile' | 'people' | 'look' | 'file' | 'receivers' | 'about'

type SettingsSectionProps = {
  readonly id: SectionId
  readonly title: string
  readonly help?: string
  readonly children: ReactNode
}

/** One group of settings with its heading; the list at the side leads here. */
export function SettingsSection({ id, title, help, children }: SettingsSectionProps) {
  const heading = useId()
  return (
    <section className={styles.section} data-section={id} aria-labelledby={heading}>
      <Title order={2} size="lg" id={heading} tabIndex={-1}>
        {title}
      </Title>
      {help !== undefined && (
        <Text size="sm" c="dimmed" mb="sm">
          {help}
        </Text>
      )}
      <Stack gap="md">{children}</Stack>
    </section>
  )
}
