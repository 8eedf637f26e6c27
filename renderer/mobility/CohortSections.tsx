import { Text, TextInput } from '@mantine/core'
import type { CohortFields } from '../../shared/mobility/cohort.ts'
import { useText } from '../app/i18n.ts'
import { FormSection } from '../components/record/FormSection.tsx'
import {
  fundingSources,
  learnerCounts,
  movementCounts,
  sumCounts,
  withCount,
  withdrawalReasons,
} from './cohort-fields.ts'
import type { CohortFormState } from './cohort-form-state.ts'
import { CountField } from './CountField.tsx'
import styles from './mobility.module.css'

type SectionProps = { readonly form: CohortFormState }

/** Learners of the year, and how they moved. */
export function LearnersSections({ form }: SectionProps) {
  const t = useText()
  return (
    <>
      <FormSection title={t('mobility:section.learners')} hint={t('mobility:help.contingent')}>
        <Counts form={form} keys={learnerCounts} />
      </FormSection>
      <FormSection title={t('mobility:section.movement')}>
        <Counts form={form} keys={movementCounts} />
      </FormSection>
    </>
  )
}

function Counts({
  form,
  keys,
}: SectionProps & { readonly keys: readonly (keyof CohortFields & CountKey)[] }) {
  const t = useText()
  return (
    <div className={styles.counts}>
      {keys.map((key) => (
        <CountField
          key={key}
          label={t(`mobility:field.${key}`)}
          {...form.control(key)}
          value={form.values[key]}
          onChange={(count) => form.change({ [key]: count })}
        />
      ))}
    </div>
  )
}

type CountKey = (typeof learnerCounts)[number] | (typeof movementCounts)[number]

/** Who left, by reason, and how the learners are paid for: both with their sums. */
export function BreakdownSections({ form }: SectionProps) {
  const t = useText()
  const { values, change, control } = form
  const withdrawnSum = sumCounts(values.withdrawn)
  return (
    <>
      <FormSection title={t('mobility:section.withdrawn')} hint={t('mobility:sum', { sum: withdrawnSum })}>
        <div className={styles.counts}>
          {withdrawalReasons.map((reason) => (
            <CountField
              key={reason}
              label={t(`mobility:withdrawalReasons.${reason}`)}
              {...control(`withdrawn.${reason}`)}
              value={values.withdrawn[reason] ?? 0}
              onChange={(count) => change({ withdrawn: withCount(values.withdrawn, reason, count) })}
            />
          ))}
        </div>
      </FormSection>
      <FormSection title={t('mobility:section.funding')} hint={<FundingSum form={form} />}>
        <div className={styles.counts} data-path="funding">
          {fundingSources.map((source) => (
            <CountField
              key={source}
              label={t(`mobility:fundingSources.${source}`)}
              {...control(`funding.${source}`)}
              value={values.funding[source] ?? 0}
              onChange={(count) => change({ funding: withCount(values.funding, source, count) })}
              onBlur={() => control('funding').onBlur()}
            />
          ))}
        </div>
        {control('funding').error}
      </FormSection>
      <FormSection title={t('mobility:section.source')}>
        <TextInput
          label={t('mobility:field.source')}
          maxLength={300}
          {...form.text('source', { help: t('mobility:help.source') })}
        />
      </FormSection>
    </>
  )
}

/** How the sum of the sources stands to the contingent; said in words and, when too much, in red. */
function FundingSum({ form }: SectionProps) {
  const t = useText()
  const whole = form.values.contingent
  const sum = sumCounts(form.values.funding)
  const params = { sum, whole, rest: whole - sum }
  const text =
    sum === whole
      ? t('mobility:sumAgrees', params)
      : t(sum < whole ? 'mobility:sumLess' : 'mobility:sumMore', params)
  return (
    <Text
      span
      inherit
      role="status"
      c={sum > whole ? 'var(--qos-bad)' : sum < whole ? 'var(--qos-warn)' : 'inherit'}
    >
      {text}
    </Text>
  )
}
