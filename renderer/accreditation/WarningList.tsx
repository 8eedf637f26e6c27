import { Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { NamedWarning } from '../../shared/accreditation/accreditation.contract.ts'
import { formatDay } from '../../shared/kernel/format.ts'
import type { Translate } from '../../shared/locales/i18n.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import { RecordLink } from '../components/RecordLink.tsx'
import classes from './accreditation.module.css'

/** A warning as a sentence, with both days. */
function sentenceOf(t: Translate, warning: NamedWarning, day: (value: string | null) => string): string {
  const params = {
    endsOn: day(warning.endsOn),
    otherOn: day(warning.otherOn),
    agreement: warning.agreementNumber,
  }
  return t(`accreditation:warning.${warning.kind}`, params)
}

/** What endangers accreditation, each with the record to open. */
export function WarningList({ warnings }: { readonly warnings: readonly NamedWarning[] }) {
  const t = useText()
  const language = useLanguage()
  const day = (value: string | null) => (value === null ? '—' : formatDay(value, language))
  if (warnings.length === 0) return <Text c="dimmed">{t('accreditation:plan.noWarnings')}</Text>
  return (
    <ul className={classes.warnings}>
      {warnings.map((warning) => (
        <li key={`${warning.kind} ${warning.accreditationId} ${warning.agreementId} ${warning.endsOn}`}>
          <IconAlertTriangle size={16} aria-hidden className={classes.warningIcon} />
          <span>
            <RecordLink record={{ entity: 'accreditation', id: warning.accreditationId }}>
              {[warning.objectName, warning.agencyName].filter((part) => part !== '').join(' · ')}
            </RecordLink>
            <span className={classes.sentence}>{sentenceOf(t, warning, day)}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}
