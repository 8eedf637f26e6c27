import { Anchor } from '@mantine/core'
import { IconMapQuestion } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { EmptyState } from '../../components/EmptyState.tsx'
import { useText } from '../i18n.ts'

/** Shown for an address that leads nowhere. */
export function NotFound() {
  const t = useText()
  return (
    <EmptyState icon={IconMapQuestion} title={t('common:notFound')}>
      <Anchor component={Link} to="/">
        {t('common:place.overview')}
      </Anchor>
    </EmptyState>
  )
}
