import { Text, Title } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import type { RegisterEntity } from '../../shared/kernel/record.ts'
import type { Source } from '../../shared/reports/figure.ts'
import { SourceLine } from './SourceLine.tsx'
import classes from './overview.module.css'

type SectionProps = {
  readonly title: string
  /** The source of the section's numbers, by kind of record. */
  readonly source?: { readonly sources: readonly Source[]; readonly entity: RegisterEntity }
  /** Stands beside the title, such as a switch between chart and table. */
  readonly aside?: ReactNode
  /** Shown instead of the content when there is nothing to show. */
  readonly nothing?: string | undefined
  readonly children: ReactNode
}

/** One block of the overview with its heading and the source of its numbers. */
export function Section({ title, source, aside, nothing, children }: SectionProps) {
  const id = useId()
  return (
    <section className={classes.section} aria-labelledby={id}>
      <div className={classes.sectionHead}>
        <Title order={2} size="md" id={id}>
          {title}
        </Title>
        {aside}
      </div>
      {nothing === undefined ? children : <Text c="dimmed">{nothing}</Text>}
      {source === undefined || nothing !== undefined ? null : <SourceLine {...source} />}
    </section>
  )
}
