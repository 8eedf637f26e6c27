import { NumberInput } from '@mantine/core'
import { IconArrowLeft, IconCertificate } from '@tabler/icons-react'
import { useState } from 'react'
import { DEFAULT_LEAD_MONTHS } from '../../shared/accreditation/state.ts'
import { data } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import { notifyDone, notifyRefusal } from '../app/notify.tsx'
import { useToday } from '../app/today.ts'
import { useIsReadOnly } from '../app/use-workspace.ts'
import { EmptyState } from '../components/EmptyState.tsx'
import { ErrorNotice } from '../components/ErrorNotice.tsx'
import { ButtonLink } from '../components/links.tsx'
import { PlaceHeader } from '../components/PlaceHeader.tsx'
import classes from './accreditation.module.css'
import { Calendar } from './Calendar.tsx'
import { ConflictTable } from './ConflictTable.tsx'
import { PlanSection } from './PlanSection.tsx'
import { ShareTable } from './ShareTable.tsx'
import { useAccreditationState } from './use-accreditation-state.ts'
import { WarningList } from './WarningList.tsx'

/** What has to be done about accreditations, and when: calendar, warnings, sources that disagree, shares by year. */
export function PlanPage() {
  const t = useText()
  const state = useAccreditationState()
  const today = useToday()
  return (
    <div className={classes.place}>
      <PlaceHeader
        title={t('accreditation:plan.title')}
        actions={
          <ButtonLink
            to="/accreditation"
            variant="default"
            leftSection={<IconArrowLeft size={18} aria-hidden />}
          >
            {t('accreditation:plan.back')}
          </ButtonLink>
        }
      />
      <div className={classes.scroll}>
        {state.error === null ? null : (
          <ErrorNotice error={state.error} onRetry={() => void state.refetch()} />
        )}
        {state.data === undefined ? null : (
          <>
            <PlanSection
              title={t('accreditation:plan.calendar')}
              aside={<LeadMonths key={state.data.leadMonths} months={state.data.leadMonths} />}
            >
              {state.data.calendar.length === 0 ? (
                <EmptyState
                  icon={IconCertificate}
                  title={t('accreditation:plan.nothing.title')}
                  text={t('accreditation:plan.nothing.text')}
                />
              ) : (
                <Calendar entries={state.data.calendar} today={today} />
              )}
            </PlanSection>
            <PlanSection title={t('accreditation:plan.warningsTitle')}>
              <WarningList warnings={state.data.warnings} />
            </PlanSection>
            <PlanSection title={t('accreditation:plan.conflictsTitle')}>
              <ConflictTable conflicts={state.data.conflicts} />
            </PlanSection>
            <PlanSection title={t('accreditation:share.title')}>
              <ShareTable shares={state.data.shares} />
            </PlanSection>
          </>
        )}
      </div>
    </div>
  )
}

/** How long before the end the next procedure should begin; saved when the field is left. */
function LeadMonths({ months }: { readonly months: number }) {
  const t = useText()
  const isReadOnly = useIsReadOnly()
  const [typed, setTyped] = useState<number>(months)
  const save = () => {
    if (typed === months || typed < 1) return
    data.accreditation
      .setLeadMonths({ months: typed })
      .then(() => notifyDone(t('common:saved')))
      .catch(notifyRefusal)
  }
  return (
    <NumberInput
      label={t('accreditation:plan.lead')}
      className={classes.lead}
      min={1}
      max={60}
      allowDecimal={false}
      readOnly={isReadOnly}
      value={typed}
      onChange={(value) => setTyped(Number(value) || DEFAULT_LEAD_MONTHS)}
      onBlur={save}
    />
  )
}
