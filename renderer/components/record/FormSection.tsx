import { Stack, Text, Title } from '@mantine/core'
import { useId, type ReactNode } from 'react'

type FormSectionProps = {
  readonly title: string
  /** What belongs here, when the title does not say it. */
  readonly hint?: ReactNode
  readonly children: ReactNode
}

/** A group of fields under a title: forms have one column of such groups. */
export function FormSection({ title, hint, children }: FormSectionProps) {
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <Title order={3} size="md" id={id} mb={hint === undefined ? 'sm' : 0}>
        {title}
      </Title>
      {hint === undefined ? null : (
        <Text size="xs" c="dimmed" mb="sm">
          {hint}
        </Text>
      )}
      <Stack gap={12}>{children}</Stack>
    </section>
  )
}
