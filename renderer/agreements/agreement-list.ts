import {
  allAgreements,
  agreementColumns,
  agreementFilterSchema,
  type AgreementFilter,
  type AgreementSummary,
} from '../../shared/agreements/agreement.ts'
import type { Translate } from '../../shared/locales/i18n.ts'
import { data } from '../app/client.ts'
import type { RecordSource } from '../components/RecordSelect.tsx'
import type { ListSource } from '../components/table/use-listing.ts'
import { text } from '../app/i18n.ts'

/** The register of agreements as a list; those that end first come first. */
export const agreementList: ListSource<AgreementSummary, AgreementFilter, (typeof agreementColumns)[number]> =
  {
    topic: 'agreements',
    list: data.agreements.list,
    emptyFilter: allAgreements,
    filterSchema: agreementFilterSchema,
    columns: agreementColumns,
    defaultSort: [{ column: 'number', descending: false }],
  }

/** What people call an agreement: its number, or its title, or that it has neither. */
export function agreementName(t: Translate, { number, title }: { number: string; title: string }): string {
  if (number !== '') return t('agreements:number', { number })
  return title === '' ? t('agreements:untitled') : title
}

const shownOptions = 30

const asked = { filter: allAgreements, sort: [{ column: 'number' as const, descending: false }], offset: 0 }

const option = (row: AgreementSummary) => ({
  value: row.id,
  label: [agreementName(text, row), row.partnerNames].filter((part) => part !== '').join(' · '),
})

/** Finds and names agreements for fields that choose one. */
export const agreementSource: RecordSource = {
  topic: 'agreements',
  find: async (sought, { language, on }) => {
    const { rows } = await data.agreements.list({ ...asked, text: sought, limit: shownOptions, language, on })
    return rows.map(option)
  },
  name: async (ids, { language, on }) => {
    const filter = { ...allAgreements, ids: [...ids] }
    const { rows } = await data.agreements.list({
      ...asked,
      filter,
      text: '',
      limit: ids.length,
      language,
      on,
    })
    return rows.map(option)
  },
}
