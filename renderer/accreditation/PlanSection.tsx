import { Title } from '@mantine/core'
import { useId, type ReactNode } from 'react'
import classes from './accreditation.module.css'

type PlanSectionProps = { readonly title: string; readonly aside?: ReactNode; readonly children: ReactNode }

/** One block of the plan with its heading. */
export function PlanSection({ title, aside, children }: PlanSectionProps) {
  const id = useId()
  return (
    <section className={classes.section} aria-labelledby={id}>
      <div className={classes.sectionHead}>
        <Title order={2} size="md" id={id}>
          {title}
        </Title>
        {aside}
      </div>
      {children}
    </section>
  )
}
