import { ActionIcon, Group, Select, Table } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react'
import type { StudyPlan } from '../../shared/programmes/programme.ts'
import { useText } from '../app/i18n.ts'
import { DayField } from '../components/DayField.tsx'
import { InlineNumber } from '../components/InlineNumber.tsx'
import { HostSwatch } from './HostMark.tsx'
import { changePeriod, movePeriod, readCredits, removePeriod } from './plan-edit.ts'
import { type PlanHost, hostAt } from './plan-hosts.ts'
import styles from './plan-strip.module.css'

type PlanTableProps = {
  readonly plan: StudyPlan
  readonly hosts: readonly PlanHost[]
  readonly isReadOnly: boolean
  readonly onChange: (plan: StudyPlan) => void
}

/** Under this value of the select stands the home university, which has no id. */
const home = 'home'

/** The plan as a table: the same as the strip, with the dates, for those who prefer rows or do not see the strip. */
export function PlanTable({ plan, hosts, isReadOnly, onChange }: PlanTableProps) {
  const t = useText()
  const options = hosts.map((host) => ({ value: host.id ?? home, label: host.name }))

  return (
    <div
      className={styles.tableScroll}
      role="region"
      tabIndex={0}
      aria-label={t('programmes:plan.tableLabel')}
    >
      <Table className="qos-figures" verticalSpacing={4} horizontalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th title={t('programmes:plan.semester')} aria-label={t('programmes:plan.semester')}>
              №
            </Table.Th>
            <Table.Th>{t('programmes:plan.host')}</Table.Th>
            <Table.Th>{t('programmes:plan.creditsLabel')}</Table.Th>
            <Table.Th>{t('programmes:plan.startsOn')}</Table.Th>
            <Table.Th>{t('programmes:plan.endsOn')}</Table.Th>
            <Table.Td />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {plan.map((period, index) => {
            const number = index + 1
            return (
              // oxlint-disable-next-line react/no-array-index-key -- a semester has no identity but its place
              <Table.Tr key={index}>
                <Table.Th scope="row" fw={400}>
                  {number}
                </Table.Th>
                <Table.Td className={styles.tableHost}>
                  <Group gap="xs" wrap="nowrap">
                    <HostSwatch host={hostAt(hosts, period.partnerId, t('programmes:plan.unknownHost'))} />
                    <Select
                      flex={1}
                      title={hostAt(hosts, period.partnerId, t('programmes:plan.unknownHost')).name}
                      aria-label={t('programmes:plan.hostOf', { number })}
                      data={options}
                      value={period.partnerId ?? home}
                      allowDeselect={false}
                      classNames={{ input: styles.tableHostName ?? '' }}
                      readOnly={isReadOnly}
                      onChange={(value) =>
                        onChange(changePeriod(plan, index, { partnerId: value === home ? null : value }))
                      }
                    />
                  </Group>
                </Table.Td>
                <Table.Td>
                  <InlineNumber
                    className={styles.tableCredits}
                    value={period.credits}
                    label={t('programmes:plan.creditsOf', { number })}
                    read={readCredits}
                    readOnly={isReadOnly}
                    onChange={(credits) => onChange(changePeriod(plan, index, { credits }))}
                  />
                </Table.Td>
                <Table.Td className={styles.tableDay}>
                  <DayField
                    label={t('programmes:plan.startsOnOf', { number })}
                    isCompact
                    isReadOnly={isReadOnly}
                    value={period.startsOn}
                    base={plan[index - 1]?.endsOn ?? null}
                    onChange={(startsOn) => onChange(changePeriod(plan, index, { startsOn }))}
                  />
                </Table.Td>
                <Table.Td className={styles.tableDay}>
                  <DayField
                    label={t('programmes:plan.endsOnOf', { number })}
                    isCompact
                    isReadOnly={isReadOnly}
                    value={period.endsOn}
                    base={period.startsOn}
                    onChange={(endsOn) => onChange(changePeriod(plan, index, { endsOn }))}
                  />
                </Table.Td>
                <Table.Td>
                  {!isReadOnly && (
                    <RowButtons
                      number={number}
                      isFirst={index === 0}
                      isLast={index === plan.length - 1}
                      onMove={(by) => onChange(movePeriod(plan, index, index + by))}
                      onRemove={() => onChange(removePeriod(plan, index))}
                    />
                  )}
                </Table.Td>
              </Table.Tr>
            )
          })}
        </Table.Tbody>
      </Table>
    </div>
  )
}

type RowButtonsProps = {
  readonly number: number
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly onMove: (by: 1 | -1) => void
  readonly onRemove: () => void
}

function RowButtons({ number, isFirst, isLast, onMove, onRemove }: RowButtonsProps) {
  const t = useText()
  const earlier = t('programmes:plan.moveEarlier', { number })
  const later = t('programmes:plan.moveLater', { number })
  const remove = t('programmes:plan.removeSemester', { number })
  return (
    <Group gap={2} wrap="nowrap">
      <ActionIcon
        variant="subtle"
        color="gray"
        disabled={isFirst}
        aria-label={earlier}
        title={earlier}
        onClick={() => onMove(-1)}
      >
        <IconArrowUp size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        disabled={isLast}
        aria-label={later}
        title={later}
        onClick={() => onMove(1)}
      >
        <IconArrowDown size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon variant="subtle" color="gray" aria-label={remove} title={remove} onClick={onRemove}>
        <IconTrash size={16} aria-hidden />
      </ActionIcon>
    </Group>
  )
}
