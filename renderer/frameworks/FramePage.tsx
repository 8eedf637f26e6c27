import { Button } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useText } from '../app/i18n.ts'
import { PlaceHeader } from '../components/PlaceHeader.tsx'
import classes from './frameworks.module.css'

type FramePageProps = {
  readonly title: string
  readonly count?: ReactNode
  readonly search?: ReactNode
  readonly actions?: ReactNode
  /** A page behind the list offers the way back. */
  readonly hasBack?: boolean
  readonly children: ReactNode
}

/** The frame of every page of the place "standards". */
export function FramePage({ title, count, search, actions, hasBack = false, children }: FramePageProps) {
  const t = useText()
  const navigate = useNavigate()
  return (
    <div className={classes.place}>
      <PlaceHeader
        title={title}
        count={count}
        search={search}
        actions={
          <>
            {hasBack ? (
              <Button
                variant="subtle"
                className="qos-no-print"
                leftSection={<IconArrowLeft size={16} aria-hidden />}
                onClick={() => void navigate({ to: '/frameworks' })}
              >
                {t('frameworks:back')}
              </Button>
            ) : null}
            {actions}
          </>
        }
      />
      {children}
    </div>
  )
}
