import { Button, Group, Modal, ScrollArea, Stack, Table, Text } from '@mantine/core'
import { formatNumber } from '../../shared/kernel/format.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import type { PastePlan } from './entry-grid.ts'

type PastePreviewProps = {
  /** Null: nothing was pasted. */
  readonly plan: PastePlan | null
  readonly onApply: (plan: PastePlan) => void
  readonly onClose: () => void
}

/** More changes than this are counted but not listed. */
const listed = 200

const several = (texts: readonly string[]): string =>
  texts.slice(0, 5).join('; ') + (texts.length > 5 ? '; …' : '')

/** Shows what pasted cells would change before they do. */
export function PastePreview({ plan, onApply, onClose }: PastePreviewProps) {
  const t = useText()
  return (
    <Modal
      opened={plan !== null}
      onClose={onClose}
      size="xl"
      title={t('mobility:paste.title')}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      {plan !== null && (
        <Stack gap="sm">
          <PasteSummary plan={plan} />
          {plan.changes.length > 0 && <PasteChanges plan={plan} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('mobility:paste.cancel')}
            </Button>
            <Button data-autofocus disabled={plan.changes.length === 0} onClick={() => onApply(plan)}>
              {t('mobility:paste.apply')}
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  )
}

function PasteSummary({ plan }: { readonly plan: PastePlan }) {
  const t = useText()
  const { changes, refused, outside, unmatched } = plan
  return (
    <Stack gap={4}>
      <Text size="sm">
        {changes.length === 0
          ? t('mobility:paste.nothing')
          : t('mobility:paste.summary', { count: changes.length })}
      </Text>
      <Text size="sm" c="dimmed">
        {t(unmatched === null ? 'mobility:paste.byPlace' : 'mobility:paste.byName')}
      </Text>
      {refused.length > 0 && (
        <Text size="sm" c="var(--qos-warn)">
          {t('mobility:paste.refused', { count: refused.length })}: {several(refused)}
        </Text>
      )}
      {outside > 0 && (
        <Text size="sm" c="var(--qos-warn)">
          {t('mobility:paste.outside', { count: outside })}
        </Text>
      )}
      {unmatched !== null && unmatched.length > 0 && (
        <Text size="sm" c="var(--qos-warn)">
          {t('mobility:paste.unmatched', { count: unmatched.length })}: {several(unmatched)}
        </Text>
      )}
    </Stack>
  )
}

function PasteChanges({ plan }: { readonly plan: PastePlan }) {
  const t = useText()
  const language = useLanguage()
  return (
    <ScrollArea.Autosize mah={360} tabIndex={0} aria-label={t('mobility:paste.title')}>
      <Table className="qos-figures" stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('mobility:field.programme')}</Table.Th>
            <Table.Th>{t('mobility:paste.column')}</Table.Th>
            <Table.Th ta="end">{t('mobility:paste.before')}</Table.Th>
            <Table.Th ta="end">{t('mobility:paste.after')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {plan.changes.slice(0, listed).map(({ row, column, before, after }) => (
            <Table.Tr key={`${row.key} ${column}`}>
              <Table.Td>{row.name}</Table.Td>
              <Table.Td>{t(`mobility:field.${column}`)}</Table.Td>
              <Table.Td ta="end">{before === null ? '–' : formatNumber(before, language)}</Table.Td>
              <Table.Td ta="end" fw={700}>
                {formatNumber(after, language)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea.Autosize>
  )
}
