import { Table, Text } from '@mantine/core'
import { countryShares, type Share } from '../../shared/accreditation/shares.ts'
import { formatDay, formatNumber, formatPercent } from '../../shared/kernel/format.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import { AnchorLink } from '../components/links.tsx'
import classes from './accreditation.module.css'

/** Shares of accredited programmes by year. Facts about the country stand below as such: the Concept has no target. */
export function ShareTable({ shares }: { readonly shares: readonly Share[] }) {
  const t = useText()
  const language = useLanguage()
  const cell = (ids: readonly string[], whole: number) => {
    if (whole === 0) return '—'
    const words = `${formatNumber(ids.length, language)} · ${formatPercent(ids.length / whole, language, 1)}`
    if (ids.length === 0) return words
    return (
      <AnchorLink to="/programmes" search={{ ids: [...ids] }}>
        {words}
      </AnchorLink>
    )
  }
  return (
    <>
      <Table className={classes.shares} aria-label={t('accreditation:share.title')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('accreditation:share.on')}</Table.Th>
            <Table.Th ta="right">{t('accreditation:share.programmes')}</Table.Th>
            <Table.Th ta="right">{t('accreditation:share.national')}</Table.Th>
            <Table.Th ta="right">{t('accreditation:share.international')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shares.toReversed().map((share) => (
            <Table.Tr key={share.year}>
              <Table.Td>{formatDay(share.on, language)}</Table.Td>
              <Table.Td ta="right">{formatNumber(share.programmes, language)}</Table.Td>
              <Table.Td ta="right">{cell(share.national, share.programmes)}</Table.Td>
              <Table.Td ta="right">{cell(share.international, share.programmes)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Text size="xs" c="dimmed" mt="sm">
        {t('accreditation:share.definition')}{' '}
        {t('accreditation:share.country', {
          year: countryShares.year,
          national: formatPercent(countryShares.nationalPercent / 100, language, 1),
          international: formatPercent(countryShares.internationalPercent / 100, language, 1),
        })}
      </Text>
    </>
  )
}
