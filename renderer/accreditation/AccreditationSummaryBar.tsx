import { formatDay, formatNumber, formatPercent } from '../../shared/kernel/format.ts'
import type { Share } from '../../shared/accreditation/shares.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import { AnchorLink } from '../components/links.tsx'
import classes from './accreditation.module.css'
import { useAccreditationState } from './use-accreditation-state.ts'

/** Above the register: the shares of today, and what there is to do. */
export function AccreditationSummaryBar() {
  const t = useText()
  const language = useLanguage()
  const { data: state } = useAccreditationState()
  const share = state?.shares.at(-1)
  if (state === undefined || share === undefined) return null
  return (
    <div className={classes.bar}>
      <span title={t('accreditation:share.rule', { on: formatDay(share.on, language) })}>
        {shareInWords(t('accreditation:share.national'), share, share.national.length, language)}
        {' · '}
        {shareInWords(t('accreditation:share.international'), share, share.international.length, language)}
      </span>
      <span className={classes.barLinks}>
        <AnchorLink to="/accreditation/$id" params={{ id: 'plan' }}>
          {t('accreditation:plan.warnings', { count: state.warnings.length })}
        </AnchorLink>
        <AnchorLink to="/accreditation/$id" params={{ id: 'plan' }}>
          {t('accreditation:plan.conflicts', { count: state.conflicts.length })}
        </AnchorLink>
      </span>
    </div>
  )
}

function shareInWords(
  name: string,
  { programmes }: Share,
  count: number,
  language: 'kk' | 'ru' | 'en',
): string {
  const number = formatNumber(count, language)
  const whole = formatNumber(programmes, language)
  const percent = programmes === 0 ? '' : ` (${formatPercent(count / programmes, language, 1)})`
  return `${name}: ${number} / ${whole}${percent}`
}
