import { Anchor, Select, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { AgreementSummary } from '../../shared/agreements/agreement.ts'
import { orpc } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import { useToday } from '../app/today.ts'
import { agreementName } from '../agreements/agreement-list.ts'
import { agreementsOf } from './agreement-options.ts'
import type { ProgrammeFormState } from './programme-form-state.ts'

type AgreementOfPartnerProps = {
  readonly partnerId: string
  readonly value: string | null
  readonly onChange: (agreementId: string | null) => void
  readonly control: ReturnType<ProgrammeFormState['control']>
}

/** Agreements under which nothing may run: there the choice is allowed, and questioned. */
const notInForce: readonly AgreementSummary['status'][] = ['draft', 'upcoming', 'lapsed', 'terminated']

/** Chooses among the agreements with one partner; says so when there are none, or when the chosen one is not in force. */
export function AgreementOfPartner({ partnerId, value, onChange, control }: AgreementOfPartnerProps) {
  const t = useText()
  const language = useLanguage()
  const on = useToday()
  const { data } = useQuery(
    orpc.agreements.list.queryOptions({ input: agreementsOf(partnerId, on, language) }),
  )
  const agreements = data?.rows ?? []
  const chosen = agreements.find((agreement) => agreement.id === value)
  const statusOf = (agreement: AgreementSummary) => t(`agreements:status.${agreement.status}`)
  const labelOf = (agreement: AgreementSummary) =>
    [agreementName(t, agreement), agreement.number === '' ? '' : agreement.title, statusOf(agreement)]
      .filter((part) => part !== '')
      .join(' · ')

  return (
    <div>
      <Select
        label={t('programmes:field.agreement')}
        placeholder={t('programmes:partners.chooseAgreement')}
        data={agreements.map((agreement) => ({ value: agreement.id, label: labelOf(agreement) }))}
        disabled={data !== undefined && agreements.length === 0 && value === null}
        clearable
        searchable
        {...control}
        value={value}
        onChange={onChange}
      />
      {data !== undefined && agreements.length === 0 && (
        <Text size="xs" c="var(--qos-warn)" mt={4}>
          {t('programmes:partners.noAgreements')}{' '}
          <Anchor component={Link} to="/agreements" inherit>
            {t('programmes:partners.addAgreement')}
          </Anchor>
        </Text>
      )}
      {chosen !== undefined && notInForce.includes(chosen.status) && (
        <Text size="xs" c="var(--qos-warn)" mt={4}>
          {t('programmes:partners.agreementNotInForce', { status: statusOf(chosen) })}
        </Text>
      )}
    </div>
  )
}
