import { Button, Group, SegmentedControl, Stack, Text } from '@mantine/core'
import { IconCircleCheck, IconPlus } from '@tabler/icons-react'
import { memo, useState } from 'react'
import { nameIn } from '../../shared/kernel/localized.ts'
import { checkPlan } from '../../shared/programmes/plan-rules.ts'
import type { ProgrammeFields, StudyPlan } from '../../shared/programmes/programme.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import { ProblemList } from '../components/ProblemList.tsx'
import { FormSection } from '../components/record/FormSection.tsx'
import { samePart } from '../components/record/same-part.ts'
import { addPeriod, fillCredits, hostsOf, longestPlan } from './plan-edit.ts'
import { presentHosts } from './plan-hosts.ts'
import { PlanFormatField } from './PlanFormatField.tsx'
import { PlanPictureMenu } from './PlanPictureMenu.tsx'
import { PlanStrip } from './PlanStrip.tsx'
import { PlanTable } from './PlanTable.tsx'
import type { ProgrammeFormState } from './programme-form-state.ts'
import { usePartnersById } from './use-partners-by-id.ts'

/** The plan of study periods: its format, the strip or the table, and what the rules say about it, live. */
export const PlanSection = memo(
  function PlanSection({ form }: { readonly form: ProgrammeFormState }) {
    const t = useText()
    const language = useLanguage()
    const [view, setView] = useState<'strip' | 'table'>('strip')
    const { values, isReadOnly } = form
    const { plan } = values
    const ids = hostsOf(values.partners, plan)
    const partners = usePartnersById(ids.filter((id) => id !== null))
    const hosts = presentHosts(ids, (id) => (id === null ? t('programmes:plan.home') : nameOf(id)), language)
    const problems = checkPlan(values)
    const hasGaps = plan.some((period) => period.credits === null)

    function nameOf(id: string): string {
      const partner = partners.get(id)
      return partner === undefined ? '…' : nameIn(partner.names, language)
    }
    const change = (next: StudyPlan) => {
      form.change({ plan: next })
      form.control('plan').onBlur()
    }

    return (
      <FormSection title={t('programmes:section.plan')}>
        <Stack gap="md" data-path="plan">
          {!isReadOnly && (
            <PlanFormatField
              plan={plan}
              level={values.level}
              partnerIds={values.partners.map((partner) => partner.partnerId)}
              onChange={change}
            />
          )}
          <Group gap="sm">
            <SegmentedControl
              aria-label={t('programmes:plan.view')}
              size="xs"
              value={view}
              data={[
                { value: 'strip', label: t('programmes:plan.asStrip') },
                { value: 'table', label: t('programmes:plan.asTable') },
              ]}
              onChange={setView}
            />
            {!isReadOnly && plan.length < longestPlan && (
              <Button
                variant="default"
                size="compact-sm"
                leftSection={<IconPlus size={14} aria-hidden />}
                onClick={() => change(addPeriod(plan))}
              >
                {t('programmes:plan.addSemester')}
              </Button>
            )}
            {hasGaps && !isReadOnly && (
              <Button variant="default" size="compact-sm" onClick={() => change(fillCredits(plan))}>
                {t('programmes:plan.fillCredits')}
              </Button>
            )}
            {plan.length > 0 && (
              <PlanPictureMenu
                programme={nameIn(values.names, language) || t('programmes:untitled')}
                plan={plan}
                hosts={hosts}
              />
            )}
          </Group>
          {plan.length === 0 && <Text c="dimmed">{t('programmes:plan.emptyPlan')}</Text>}
          {view === 'strip' ? (
            <PlanStrip plan={plan} hosts={hosts} {...(isReadOnly ? {} : { onChange: change })} />
          ) : (
            <PlanTable plan={plan} hosts={hosts} isReadOnly={isReadOnly} onChange={change} />
          )}
          <div role="status" aria-label={t('programmes:plan.checks')}>
            {plan.length > 0 && problems.length === 0 ? (
              <Group gap={6} wrap="nowrap" c="var(--qos-good)">
                <IconCircleCheck size={18} aria-hidden />
                <Text size="sm">{t('programmes:plan.checksPassed')}</Text>
              </Group>
            ) : (
              <ProblemList problems={problems} />
            )}
          </div>
        </Stack>
      </FormSection>
    )
  },
  samePart<ProgrammeFields>([
    'names',
    'plan',
    'partners',
    'level',
    'masterTrack',
    'code',
    'iscedF',
    'features',
  ]),
)
