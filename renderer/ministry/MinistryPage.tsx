import { Button, Title } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useId, type ReactNode } from 'react'
import { useText } from '../app/i18n.ts'
import { PlaceHeader } from '../components/PlaceHeader.tsx'
import classes from './ministry.module.css'

type MinistryPageProps = {
  readonly title: string
  readonly count?: ReactNode
  readonly actions?: ReactNode
  /** A page behind the list of forms offers the way back. */
  readonly hasBack?: boolean
  readonly children: ReactNode
}

/** The frame of every page of the place "ministry". */
export function MinistryPage({ title, count, actions, hasBack = false, children }: MinistryPageProps) {
  const t = useText()
  const navigate = useNavigate()
  return (
    <div className={classes.place}>
      <PlaceHeader
        title={title}
        count={count}
        actions={
          <>
            {hasBack ? (
              <Button
                variant="subtle"
                leftSection={<IconArrowLeft size={16} aria-hidden />}
                onClick={() => void navigate({ to: '/ministry' })}
              >
                {t('ministry:allForms')}
              </Button>
            ) : null}
            {actions}
          </>
        }
      />
      <div className={classes.body}>{children}</div>
    </div>
  )
}

/** One part of a page with its heading. */
export function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const heading = useId()
  return (
    <section className={classes.section} aria-labelledby={heading}>
      <Title order={2} size="lg" id={heading}>
        {title}
      </Title>
      {children}
    </section>
  )
}
