import { ActionIcon, Group, Stack, Text, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { memo } from 'react'
import { nameIn } from '../../shared/kernel/localized.ts'
import type { ProgrammeFields } from '../../shared/programmes/programme.ts'
import { countryName } from '../../shared/reference/countries.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import { RecordLink } from '../components/RecordLink.tsx'
import { FormSection } from '../components/record/FormSection.tsx'
import { samePart } from '../components/record/same-part.ts'
import { RecordSelect } from '../components/RecordSelect.tsx'
import { partnerSource } from '../partners/partner-list.ts'
import { AgreementOfPartner } from './AgreementOfPartner.tsx'
import { withoutPartner } from './plan-edit.ts'
import type { ProgrammeFormState } from './programme-form-state.ts'
import styles from './programmes.module.css'
import { usePartnersById } from './use-partners-by-id.ts'

type ProgrammePartner = ProgrammeFields['partners'][number]

/** The partners of the programme, each with the agreement it runs under and the degree it awards. */
export const PartnersSection = memo(
  function PartnersSection({ form }: { readonly form: ProgrammeFormState }) {
    const t = useText()
    const { values, isReadOnly, control } = form
    const { partners, plan } = values
    const { error, description } = control('partners')
    const ids = partners.map((partner) => partner.partnerId)

    const touch = () => control('partners').onBlur()
    const changeAt = (index: number, change: Partial<ProgrammePartner>) => {
      form.change({
        partners: partners.map((partner, at) => (at === index ? { ...partner, ...change } : partner)),
      })
      touch()
    }
    const removeAt = (index: number, partnerId: string) => {
      form.change({
        partners: partners.filter((_, at) => at !== index),
        plan: withoutPartner(plan, partnerId),
      })
      touch()
    }

    return (
      <FormSection title={t('programmes:section.partners')}>
        <Stack gap="sm" data-path="partners">
          {partners.length === 0 && <Text c="dimmed">{t('programmes:partners.none')}</Text>}
          {partners.length > 0 && (
            <ul className={styles.partners} aria-label={t('programmes:partners.listLabel')}>
              {partners.map((partner, index) => (
                <PartnerRow
                  key={partner.partnerId}
                  form={form}
                  partner={partner}
                  path={`partners.${index}`}
                  onChange={(change) => changeAt(index, change)}
                  onRemove={() => removeAt(index, partner.partnerId)}
                />
              ))}
            </ul>
          )}
          {error !== undefined && <div className={styles.error}>{error}</div>}
          {description}
          {!isReadOnly && (
            <RecordSelect
              key={partners.length}
              source={partnerSource}
              label={t('programmes:partners.add')}
              placeholder={t('programmes:partners.choose')}
              value={null}
              onChange={(partnerId) => {
                if (partnerId === null || ids.includes(partnerId)) return
                form.change({ partners: [...partners, { partnerId, agreementId: null, degree: '' }] })
                touch()
              }}
            />
          )}
        </Stack>
      </FormSection>
    )
  },
  samePart<ProgrammeFields>(['partners', 'plan']),
)

type PartnerRowProps = {
  readonly form: ProgrammeFormState
  readonly partner: ProgrammePartner
  readonly path: string
  readonly onChange: (change: Partial<ProgrammePartner>) => void
  readonly onRemove: () => void
}

function PartnerRow({ form, partner, path, onChange, onRemove }: PartnerRowProps) {
  const t = useText()
  const language = useLanguage()
  const { control, isReadOnly } = form
  const known = usePartnersById([partner.partnerId]).get(partner.partnerId)
  const name = known === undefined ? '…' : nameIn(known.names, language)
  const remove = t('programmes:partners.remove', { name })
  const findings = control(`${path}.partnerId`)

  return (
    <li className={styles.partner}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div>
          <RecordLink record={{ entity: 'partner', id: partner.partnerId }} fw={700}>
            {name}
          </RecordLink>
          {known !== undefined && known.country !== '' && (
            <Text span c="dimmed" size="sm">
              {' '}
              {countryName(known.country, language)}
            </Text>
          )}
          <div>{findings.error ?? findings.description}</div>
        </div>
        {!isReadOnly && (
          <ActionIcon variant="subtle" color="gray" aria-label={remove} title={remove} onClick={onRemove}>
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        )}
      </Group>
      <div className={styles.partnerFields}>
        <AgreementOfPartner
          partnerId={partner.partnerId}
          value={partner.agreementId}
          onChange={(agreementId) => onChange({ agreementId })}
          control={control(`${path}.agreementId`)}
        />
        <TextInput
          label={t('programmes:field.degree')}
          placeholder={t('programmes:partners.degreeHint')}
          maxLength={300}
          {...control(`${path}.degree`)}
          value={partner.degree}
          onChange={(event) => onChange({ degree: event.currentTarget.value })}
        />
      </div>
    </li>
  )
}
